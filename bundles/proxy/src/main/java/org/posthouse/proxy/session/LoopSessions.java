package org.posthouse.proxy.session;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.proxy.chain.ChainSnapshot;

/**
 * The sessions of one listener on one event loop. Only {@link #post} may be called from elsewhere.
 *
 * <p>One timer serves all sessions: a timer each would cost memory and wake-ups for thousands of idle ones.
 */
final class LoopSessions {

    private static final long TICK_SECONDS = 1;

    private final EventLoop loop;
    private final ListenerSessions listener;
    private final ListMemory lists = new ListMemory();
    private final Set<Session> sessions = new HashSet<>();
    private final Set<CompletableFuture<Void>> drains = new HashSet<>();
    private Optional<ScheduledFuture<?>> ticker = Optional.empty();
    private Traffic ended = Traffic.none();
    private volatile Traffic published = Traffic.none();

    LoopSessions(EventLoop loop, ListenerSessions listener) {
        this.loop = loop;
        this.listener = listener;
    }

    EventLoop loop() {
        return loop;
    }

    ListenerSessions listener() {
        return listener;
    }

    ListMemory lists() {
        return lists;
    }

    /** Runs the task on the loop; a loop that has ended has no session left, so the task runs here. */
    void post(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    void add(Session session) {
        sessions.add(session);
        listener.counter().incrementAndGet();
        if (ticker.isEmpty()) {
            ticker = Optional.of(loop.scheduleAtFixedRate(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
        }
    }

    void remove(Session session) {
        if (!sessions.remove(session)) {
            return;
        }
        listener.counter().decrementAndGet();
        ended = ended.plus(session.visit().traffic());
        if (sessions.isEmpty()) {
            ticker.ifPresent(t -> t.cancel(false));
            ticker = Optional.empty();
            published = ended;
            drains.forEach(d -> d.complete(null));
            drains.clear();
        }
    }

    /** Completes when nothing of an interceptor that left is in flight on this loop any more. */
    CompletableFuture<Void> adopt(ChainSnapshot snapshot) {
        return CompletableFuture.allOf(all().stream()
                .map(s -> s.adopt(snapshot))
                .filter(f -> !f.isDone())
                .toArray(CompletableFuture[]::new));
    }

    /** Of all its sessions until now, as of a moment ago. Any thread. */
    Traffic traffic() {
        return published;
    }

    /** What each session looks like. */
    List<SessionStatus> portraits() {
        return sessions.stream().map(Portrait::of).toList();
    }

    /** Ends those that are meant; how many were told. */
    int kick(SessionFilter which, String reason) {
        List<Session> meant = all().stream()
                .filter(s -> !s.state().ended() && which.fits(Portrait.of(s)))
                .toList();
        meant.forEach(s -> s.kick(reason));
        return meant.size();
    }

    /** Ends the sessions that are there now; who comes later stays. */
    void drain(Duration bound, CompletableFuture<Void> done) {
        if (sessions.isEmpty()) {
            done.complete(null);
            return;
        }
        drains.add(done);
        List<Session> now = all();
        now.forEach(Session::drain);
        loop.schedule(() -> now.forEach(Session::drainNow), bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long now = loop.ticker().nanoTime();
        all().forEach(s -> s.tick(now));
        publish();
    }

    /** Once a second for all, not once a read for each: nobody but this loop writes, so nobody waits for anybody. */
    private void publish() {
        long fromClients = ended.fromClients();
        long toClients = ended.toClients();
        long commands = ended.commands();
        for (Session each : sessions) {
            Traffic live = each.visit().traffic();
            fromClients += live.fromClients();
            toClients += live.toClients();
            commands += live.commands();
        }
        published = new Traffic(fromClients, toClients, commands);
    }

    /** A copy: sessions leave the set while it is walked. */
    private List<Session> all() {
        return List.copyOf(sessions);
    }
}
