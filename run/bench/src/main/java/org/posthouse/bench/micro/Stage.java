package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ListenerSettingsReader;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.session.ListenerSessions;
import org.posthouse.proxy.session.UpstreamDialer;

/** A session between two channels without sockets, on this thread; what it writes is released at once. */
final class Stage implements UpstreamDialer {

    private final Drain toClient = new Drain();
    private Optional<EmbeddedChannel> server = Optional.empty();

    Stage(Audience audience) {
        InterceptorTracker tracker = new InterceptorTracker();
        audience.join(tracker);
        ListenerSettings settings = settings();
        ListenerSessions sessions = new ListenerSessions(settings.name(), tracker);
        sessions.configure(settings);
        Gateway gateway = new Gateway(settings, Optional.empty(), this);
        EmbeddedChannel client = new EmbeddedChannel(sessions.acceptor(() -> gateway));
        client.pipeline().addFirst(toClient);
        server().pipeline().addFirst(new Drain());
    }

    /** Octets that have gone to the client. */
    long sent() {
        return toClient.octets;
    }

    /** The server says this; the buffer stays the caller's. */
    void say(ByteBuf octets) {
        server().pipeline().fireChannelRead(octets.retain());
        server().pipeline().fireChannelReadComplete();
    }

    @Override
    public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
        EmbeddedChannel dialled = new EmbeddedChannel(leg);
        server = Optional.of(dialled);
        outcome.connected(dialled);
    }

    @Override
    public SslHandler tls(ByteBufAllocator alloc) {
        throw new UnsupportedOperationException("plain");
    }

    private EmbeddedChannel server() {
        return server.orElseThrow();
    }

    private static ListenerSettings settings() {
        Map<String, String> keys =
                Map.of("listen", "127.0.0.1:0", "tls", "off", "upstream", "127.0.0.1:1", "upstream.tls", "off");
        return new ListenerSettingsReader()
                .read("bench", "bench.cfg", keys, Path.of("."))
                .<List<ListenerSettings>>match(valid -> List.of(valid.settings()), faulty -> List.of())
                .get(0);
    }

    /** Takes what is written before the channel's own queues do. */
    private static final class Drain extends ChannelOutboundHandlerAdapter {
        private long octets;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            octets += ((ByteBuf) message).readableBytes();
            ReferenceCountUtil.release(message);
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            // Nothing is queued.
        }
    }
}
