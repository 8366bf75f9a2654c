package org.posthouse.proxy.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Lets accepted channels in to become sessions, as long as the listener takes any. */
final class Doorway extends ChannelInitializer<Channel> {

    private final BooleanSupplier shut;
    private final Consumer<Channel> accept;

    Doorway(BooleanSupplier shut, Consumer<Channel> accept) {
        this.shut = shut;
        this.accept = accept;
    }

    @Override
    protected void initChannel(Channel child) {
        // Accepted before the port closed, set up after: nobody would drain it.
        if (shut.getAsBoolean()) {
            child.close();
        } else {
            accept.accept(child);
        }
    }
}
