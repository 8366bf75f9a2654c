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
import java.util.function.Supplier;
import org.posthouse.proxy.session.UpstreamDialer;

/** A client's channel and the server's that the engine makes for it. Lives on the loop's thread, its wires do not. */
final class StageConnection implements UpstreamDialer {

    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 143);

    private final LoopThread thread;
    private final CountedBuffers buffers;
    private final StageChannel client;
    private final BiConsumer<String, byte[]> heard;
    private Optional<StageChannel> server = Optional.empty();

    StageConnection(
            LoopThread thread, CountedBuffers buffers, InetSocketAddress from, BiConsumer<String, byte[]> heard) {
        this.thread = thread;
        this.buffers = buffers;
        this.heard = heard;
        this.client = new StageChannel(from, buffers, octets -> heard.accept("client", octets));
    }

    Connection wires() {
        return new Connection(
                new ChannelWire("client", () -> Optional.of(client)), new ChannelWire("server", () -> server));
    }

    void open(EventLoop loop, ChannelHandler acceptor) {
        client.pipeline().addLast(acceptor);
        loop.register(client);
    }

    boolean carry() {
        boolean moved = client.carry();
        return server.map(StageChannel::carry).orElse(false) || moved;
    }

    @Override
    public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
        loop.execute(() -> {
            StageChannel made = new StageChannel(SERVER, buffers, octets -> heard.accept("server", octets));
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

    private final class ChannelWire implements Wire {

        private final String name;
        private final Supplier<Optional<StageChannel>> channel;

        ChannelWire(String name, Supplier<Optional<StageChannel>> channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(InputStream octets) {
            thread.run(() -> there().arrive(octets));
        }

        @Override
        public <T> T look(Function<Inbox, T> look) {
            return thread.call(
                    () -> look.apply(channel.get().map(StageChannel::got).orElseGet(Inbox::new)));
        }

        @Override
        public void close() {
            thread.run(() -> there().closeFar());
        }

        @Override
        public void block(boolean on) {
            thread.run(() -> there().block(on));
        }

        @Override
        public String end() {
            return thread.call(() -> channel.get().map(StageChannel::end).orElse("not connected"));
        }

        private StageChannel there() {
            return channel.get()
                    .orElseThrow(() -> new IllegalStateException("the proxy has not connected to the server"));
        }
    }
}
