package org.posthouse.testkit.stage;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.posthouse.admin.SlotStatus;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.session.ListenerSessions;

/** The real engine of one listener on a {@link LoopThread}, between channels that are no sockets. */
public final class Stage implements Engine {

    private static final String NAME = "testkit";

    private final List<StageConnection> connections = new CopyOnWriteArrayList<>();
    private final CountedBuffers buffers = new CountedBuffers();
    private final InterceptorTracker tracker;
    private final LoopThread thread;
    private final ListenerSettings settings;
    private final ListenerSessions sessions;

    /**
     * Builds it.
     *
     * @param keys of the listener's file; {@code tls} needs no certificate
     * @param patience real time, see {@link LoopThread}
     * @throws IllegalArgumentException for keys and values that the listener would refuse
     */
    public Stage(Map<String, String> keys, Duration patience) {
        this.thread = new LoopThread(this::carry, patience);
        this.tracker = new InterceptorTracker(thread::nanos);
        this.settings = StageSettings.read(NAME, keys);
        this.sessions = new ListenerSessions(NAME, tracker);
        sessions.configure(settings);
    }

    @Override
    public boolean isLoop() {
        return thread.isHere();
    }

    @Override
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.bind(factory, properties);
        settle();
    }

    @Override
    public void updated(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.updated(factory, properties);
    }

    @Override
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.unbind(factory, properties);
    }

    @Override
    public Connection connect(InetSocketAddress from, BiConsumer<String, byte[]> heard) {
        StageConnection connection = new StageConnection(thread, buffers, from, heard);
        Gateway gateway = new Gateway(
                settings,
                settings.tls() == ClientTls.OFF ? Optional.empty() : Optional.of(alloc -> new PretendedTls()),
                connection);
        connections.add(connection);
        thread.run(() -> connection.open(thread.loop(), sessions.acceptor(() -> gateway)));
        return connection.wires();
    }

    @Override
    public void advance(Duration time, Consumer<Duration> clock) {
        thread.advance(time, clock);
    }

    @Override
    public void settle() {
        thread.run(() -> {});
    }

    @Override
    public Map<String, Long> failures() {
        return sessions.chainStatus().stream()
                .collect(Collectors.toMap(SlotStatus::id, SlotStatus::failures, Math::max));
    }

    @Override
    public void hangUp() {
        connections.forEach(c -> {
            c.wires().client().block(false);
            c.wires().client().close();
        });
        if (sessions.count() > 0) {
            // What the engine may still wait for before it closes a leg.
            advance(settings.timeouts().drain().multipliedBy(2).plusSeconds(1), step -> {});
        }
    }

    @Override
    public List<String> leftOver() {
        return Leftovers.of(sessions.count(), buffers.used());
    }

    @Override
    public void close() {
        sessions.close();
        thread.close();
    }

    private boolean carry() {
        boolean moved = false;
        for (StageConnection each : connections) {
            moved |= each.carry();
        }
        return moved;
    }
}
