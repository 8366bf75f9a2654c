package org.posthouse.testkit.stage;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.session.ListenerSessions;

/** The real engine of one listener on a {@link LoopThread}. For the thread of the test. */
public final class Stage implements AutoCloseable {

    private static final String NAME = "testkit";

    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final CountedBuffers buffers = new CountedBuffers();
    private final InterceptorTracker tracker = new InterceptorTracker();
    private final LoopThread thread = new LoopThread(this::carry);
    private final ListenerSettings settings;
    private final ListenerSessions sessions;

    /**
     * Builds it.
     *
     * @param keys of the listener's file; {@code tls} needs no certificate
     * @throws IllegalArgumentException for keys and values that the listener would refuse
     */
    public Stage(Map<String, String> keys) {
        this.settings = StageSettings.read(NAME, keys);
        this.sessions = new ListenerSessions(NAME, tracker);
        sessions.configure(settings);
    }

    /** Whether this is the event loop. */
    public boolean isLoop() {
        return thread.isHere();
    }

    /** A service comes. */
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.bind(factory, properties);
        settle();
    }

    /** A service goes; returns when the engine says that it has gone. */
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.unbind(factory, properties);
    }

    /**
     * A client connects.
     *
     * @param heard gets what a peer gets, on the loop
     */
    public Connection connect(InetSocketAddress from, BiConsumer<Connection.Side, byte[]> heard) {
        Connection connection = new Connection(thread, buffers, from, heard);
        Gateway gateway = new Gateway(
                settings,
                settings.tls() == ClientTls.OFF ? Optional.empty() : Optional.of(alloc -> new PretendedTls()),
                connection.dialer());
        connections.add(connection);
        thread.run(() -> connection.open(thread.loop(), sessions.acceptor(() -> gateway)));
        return connection;
    }

    /**
     * Time passes.
     *
     * @param clock moves with it, on the loop
     */
    public void advance(Duration time, Consumer<Duration> clock) {
        thread.advance(time, clock);
    }

    /** Waits until nothing moves any more. */
    public void settle() {
        thread.run(() -> {});
    }

    /** Ends every connection, by its client. */
    public void hangUp() {
        connections.forEach(c -> {
            c.block(Connection.Side.CLIENT, false);
            c.close(Connection.Side.CLIENT);
        });
        if (sessions.count() > 0) {
            // What the engine may still wait for before it closes a leg.
            advance(settings.timeouts().drain().multipliedBy(2).plusSeconds(1), step -> {});
        }
    }

    /** What should not be there after the last connection has ended. */
    public List<String> leftOver() {
        List<String> left = new ArrayList<>();
        if (sessions.count() > 0) {
            left.add(sessions.count() + " sessions are still open after both peers have gone");
        }
        if (buffers.used() > 0) {
            left.add(buffers.used() + " octets of buffers were never released");
        }
        return left;
    }

    @Override
    public void close() {
        sessions.close();
        thread.close();
    }

    private boolean carry() {
        boolean moved = false;
        for (Connection each : connections) {
            moved |= each.carry();
        }
        return moved;
    }
}
