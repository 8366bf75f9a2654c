package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;

/**
 * A session between two embedded channels, without a socket and on this thread. Closing it asserts that every buffer
 * was released.
 */
final class SessionUnderTest implements AutoCloseable {

    private static final int TURNS = 100_000;

    private final CountingAllocator allocator = new CountingAllocator();
    private final ListenerSessions listener;
    private final FakeUpstream upstream;
    private final Leg client;
    private final Session session;

    SessionUnderTest(ListenerSettings settings, FakeUpstream.Manner manner, InterceptorTracker interceptors) {
        this(settings, manner, interceptors, listener -> {});
    }

    /**
     * @param before what is done with the listener before the client comes
     */
    SessionUnderTest(
            ListenerSettings settings,
            FakeUpstream.Manner manner,
            InterceptorTracker interceptors,
            Consumer<ListenerSessions> before) {
        this.listener = new ListenerSessions(settings.name(), interceptors);
        listener.configure(settings);
        before.accept(listener);
        this.upstream = new FakeUpstream(manner, allocator);
        Optional<ClientLegTls> tls = settings.tls() == ClientTls.OFF
                ? Optional.empty()
                : Optional.of(alloc -> TestTls.instance().certified(alloc));
        FakeSocket socket = new FakeSocket(allocator);
        this.client = new Leg(socket, allocator);
        this.session = open(socket, new Gateway(settings, tls, upstream));
        pump();
    }

    private Session open(FakeSocket socket, Gateway gateway) {
        List<Session> opened = new ArrayList<>();
        socket.pipeline().addLast(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                opened.add(listener.begin(channel, gateway));
            }
        });
        try {
            socket.register();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return opened.get(0);
    }

    Leg client() {
        return client;
    }

    /** The server's side; only once it is connected. */
    Leg server() {
        return upstream.server().orElseThrow(() -> new AssertionError("the server was not dialled"));
    }

    FakeUpstream upstream() {
        return upstream;
    }

    ListenerSessions listener() {
        return listener;
    }

    Session session() {
        return session;
    }

    CountingAllocator allocator() {
        return allocator;
    }

    /** Carries octets until nothing moves any more. */
    void pump() {
        for (int turn = 0; turn < TURNS; turn++) {
            boolean moved = client.pump();
            moved |= upstream.server().map(Leg::pump).orElse(false);
            if (!moved) {
                return;
            }
        }
        throw new AssertionError("the session does not come to rest");
    }

    /** The far client goes on in TLS. */
    void secureClient() {
        client.secure(TestTls.instance().trusting(io.netty.buffer.UnpooledByteBufAllocator.DEFAULT));
        pump();
    }

    /** The far server goes on in TLS. */
    void secureServer() {
        SslHandler tls = TestTls.instance().certified(io.netty.buffer.UnpooledByteBufAllocator.DEFAULT);
        server().secure(tls);
        pump();
    }

    /** Lets time pass: for the timers of the loop and for the session's time-outs. */
    void pass(Duration time) {
        session.tick(now());
        client.channel().advanceTimeBy(time.toMillis() + 1, TimeUnit.MILLISECONDS);
        client.channel().runScheduledPendingTasks();
        session.tick(now());
        pump();
    }

    private long now() {
        return client.channel().eventLoop().ticker().nanoTime();
    }

    @Override
    public void close() {
        client.channel().close();
        client.channel().runPendingTasks();
        upstream.server().ifPresent(s -> s.channel().close());
        upstream.server().ifPresent(s -> s.channel().runPendingTasks());
        pump();
        client.release();
        upstream.server().ifPresent(Leg::release);
        listener.close();
        assertEquals(0, listener.count(), "sessions left");
        assertEquals(0, allocator.used(), "octets of buffers never released");
    }
}
