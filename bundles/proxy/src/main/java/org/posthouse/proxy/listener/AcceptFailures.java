package org.posthouse.proxy.listener;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.posthouse.proxy.config.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that connections can't be accepted, mostly for want of descriptors. Netty then pauses for a second by itself. */
final class AcceptFailures extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptFailures.class);

    private final String listener;

    AcceptFailures(String listener) {
        this.listener = listener;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("listener={} accept=failed reason=\"{}\"", listener, OneLine.of(String.valueOf(cause.getMessage())));
        // What comes behind us is Netty's acceptor, which pauses accepting.
        context.fireExceptionCaught(cause);
    }
}
