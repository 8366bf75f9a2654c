package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;

/** The way to the server of one listener. Thread-safe. */
public interface UpstreamDialer {

    /**
     * Resolves the name off the loop, tries all addresses in turn and tells the outcome on the loop.
     *
     * @param leg the one handler of the new channel
     */
    void dial(EventLoop loop, ChannelHandler leg, Outcome outcome);

    /** TLS for the server's leg, verifying as configured; the session puts it into the pipeline. */
    SslHandler tls(ByteBufAllocator alloc);

    /** What came of it; exactly one call, on the event loop given. */
    interface Outcome {

        /** Connected in TCP; nothing has been sent or read. */
        void connected(Channel channel);

        /** No address answered; the reason is for logs. */
        void failed(String reason);
    }
}
