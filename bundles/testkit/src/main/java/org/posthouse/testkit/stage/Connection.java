package org.posthouse.testkit.stage;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.posthouse.proxy.session.UpstreamDialer;

/** A client's connection and the server's that the engine makes for it. Thread-safe: each call runs on the loop. */
public final class Connection {

    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 143);

    /** One of the two peers. */
    public enum Side {
        /** Who connects. */
        CLIENT,
        /** Who is connected to. */
        SERVER
    }

    private final LoopThread thread;
    private final CountedBuffers buffers;
    private final StageChannel client;
    private final BiConsumer<Side, byte[]> heard;
    private Optional<StageChannel> server = Optional.empty();

    Connection(LoopThread thread, CountedBuffers buffers, InetSocketAddress from, BiConsumer<Side, byte[]> heard) {
        this.thread = thread;
        this.buffers = buffers;
        this.heard = heard;
        this.client = new StageChannel(from, buffers, octets -> heard.accept(Side.CLIENT, octets));
    }

    /** The peer sends these octets as one packet, or as several of 32 KiB. */
    public void send(Side side, InputStream octets) {
        thread.run(() -> channel(side).arrive(octets));
    }

    /** Looks at what the peer has got, on the loop. */
    public <T> T look(Side side, Function<Inbox, T> look) {
        return thread.call(() -> look.apply(found(side).map(StageChannel::got).orElseGet(Inbox::new)));
    }

    /** The peer closes. */
    public void close(Side side) {
        thread.run(() -> channel(side).closeFar());
    }

    /** The peer takes no octets any more, or again. */
    public void block(Side side, boolean on) {
        thread.run(() -> channel(side).block(on));
    }

    /** How the proxy has ended this side's connection: {@code open}, {@code closed}, {@code reset}. */
    public String end(Side side) {
        return thread.call(() -> found(side)
                .map(c -> c.isOpen() ? "open" : c.reset() ? "reset" : "closed")
                .orElse("not connected"));
    }

    /** On the loop. */
    void open(EventLoop loop, ChannelHandler acceptor) {
        client.pipeline().addLast(acceptor);
        loop.register(client);
    }

    /** On the loop. */
    boolean carry() {
        boolean moved = client.carry();
        return server.map(StageChannel::carry).orElse(false) || moved;
    }

    UpstreamDialer dialer() {
        return new Dialer();
    }

    private StageChannel channel(Side side) {
        return found(side).orElseThrow(() -> new IllegalStateException("the proxy has not connected to the server"));
    }

    private Optional<StageChannel> found(Side side) {
        return side == Side.CLIENT ? Optional.of(client) : server;
    }

    private final class Dialer implements UpstreamDialer {

        @Override
        public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
            loop.execute(() -> {
                StageChannel made = new StageChannel(SERVER, buffers, octets -> heard.accept(Side.SERVER, octets));
                made.pipeline().addLast(leg);
                loop.register(made);
                server = Optional.of(made);
                outcome.connected(made);
            });
        }

        @Override
        public SslHandler tls(ByteBufAllocator allocator) {
            throw new IllegalStateException("the server's leg is never encrypted in the testkit");
        }
    }
}
