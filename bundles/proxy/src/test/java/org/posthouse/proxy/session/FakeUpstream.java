package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;

/** A way to a server that is there at once, refuses, or takes its time. */
final class FakeUpstream implements UpstreamDialer {

    /** What becomes of a dial. */
    enum Manner {
        CONNECTS,
        REFUSES,
        WAITS
    }

    private final Manner manner;
    private final CountingAllocator allocator;
    private Optional<Leg> server = Optional.empty();
    private Runnable arrival = () -> {};

    FakeUpstream(Manner manner, CountingAllocator allocator) {
        this.manner = manner;
        this.allocator = allocator;
    }

    /** The server's side, once it was dialled and is connected. */
    Optional<Leg> server() {
        return server;
    }

    /** A dial that waits is answered now. */
    void answer() {
        arrival.run();
    }

    @Override
    public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
        arrival = () -> connect(leg, outcome);
        if (manner == Manner.REFUSES) {
            loop.execute(() -> outcome.failed("127.0.0.1 refused the connection"));
        } else if (manner == Manner.CONNECTS) {
            loop.execute(arrival);
        }
    }

    @Override
    public SslHandler tls(ByteBufAllocator alloc) {
        return TestTls.instance().trusting(alloc);
    }

    private void connect(ChannelHandler leg, Outcome outcome) {
        FakeSocket socket = new FakeSocket(allocator);
        socket.pipeline().addLast(leg);
        try {
            socket.register();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server = Optional.of(new Leg(socket, allocator));
        outcome.connected(socket);
    }
}
