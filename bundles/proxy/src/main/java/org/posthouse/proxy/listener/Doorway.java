package org.posthouse.proxy.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.util.function.BooleanSupplier;

/** Makes sessions of accepted channels, as long as the listener takes any. */
final class Doorway extends ChannelInitializer<Channel> {

    private final BooleanSupplier shut;
    private final ChannelHandler accept;

    Doorway(BooleanSupplier shut, ChannelHandler accept) {
        this.shut = shut;
        this.accept = accept;
    }

    @Override
    protected void initChannel(Channel child) {
        // Accepted before the port closed, set up after: nobody would drain it.
        if (shut.getAsBoolean()) {
            child.close();
        } else {
            child.pipeline().addLast(accept);
        }
    }
}
