package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.posthouse.proxy.config.Timeouts;

/**
 * The time-outs of one session, looked at once a second by the loop's one timer: a read only sets a flag. Time is
 * the loop's, so that a test can move it.
 */
final class Deadlines {

    /** Older sessions are those that stay, perhaps silent for long: their peers are probed. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    private final Session session;
    private final Ticker ticker;
    private final long started;
    private long active;
    private long unauthenticated;
    private long clientMoved;
    private long serverMoved;
    private long clientPending;
    private long serverPending;
    private long endedAt;
    private boolean touched;
    private boolean lasting;

    Deadlines(Session session) {
        this.session = session;
        this.ticker = session.client().eventLoop().ticker();
        this.started = ticker.nanoTime();
        this.active = started;
        this.unauthenticated = started;
        this.clientMoved = started;
        this.serverMoved = started;
    }

    /** Bytes came, from either side. */
    void touch() {
        touched = true;
    }

    /** How long the session has been there. */
    long age(TimeUnit unit) {
        return unit.convert(ticker.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    void ended() {
        endedAt = ticker.nanoTime();
    }

    void tick(long now) {
        if (touched) {
            touched = false;
            active = now;
        }
        Timeouts timeouts = session.listenerSessions().timeouts();
        if (session.state().authenticated()) {
            unauthenticated = now;
        }
        if (session.state().ended()) {
            closeStuck(now, timeouts);
        } else if (!stalled(now, timeouts)) {
            lasts(now);
            silent(now, timeouts);
        }
    }

    /** Two system calls, and a timer in the kernel for each leg, that the many short sessions are spared. */
    private void lasts(long now) {
        if (!lasting && session.opening().isEmpty() && over(now, started, LASTING)) {
            lasting = true;
            session.legs().probe();
        }
    }

    private void silent(long now, Timeouts timeouts) {
        if (session.opening().isPresent()) {
            if (session.legs().dialled()
                    && over(now, started, timeouts.greeting().plus(timeouts.connect()))) {
                session.upstreamFailed("greeting", "time-out");
            }
        } else if (!session.state().authenticated()) {
            expire(now, unauthenticated, timeouts.login(), "login time-out");
        } else if (session.ledger().idling()) {
            expire(now, active, timeouts.idleCommand(), "IDLE too long, time-out");
        } else {
            expire(now, active, timeouts.idle(), "inactivity time-out");
        }
    }

    private void expire(long now, long since, Duration limit, String reason) {
        if (over(now, since, limit)) {
            session.end(Ending.timeout(reason));
        }
    }

    /** A peer that takes no byte while data is pending for it. */
    private boolean stalled(long now, Timeouts timeouts) {
        Duration limit = session.ledger().idling() ? timeouts.stalledIdle() : timeouts.stalled();
        progress(now);
        if (over(now, clientMoved, limit)) {
            session.end(Ending.clientGone("the client takes no data, time-out"));
            Closing.reset(session.client());
            return true;
        }
        if (over(now, serverMoved, limit)) {
            session.legs().connected().ifPresent(Closing::reset);
            return true;
        }
        return false;
    }

    /** Takes note of who has taken bytes since the last time. */
    private void progress(long now) {
        long client = pending(session.client());
        clientMoved = client == 0 || client != clientPending ? now : clientMoved;
        clientPending = client;
        long server = session.legs().connected().map(Deadlines::pending).orElse(0L);
        serverMoved = server == 0 || server != serverPending ? now : serverMoved;
        serverPending = server;
    }

    /**
     * The session is over, but a peer does not take the rest, or takes too long for it: what a server has sent before
     * it closed can be megabytes.
     */
    private void closeStuck(long now, Timeouts timeouts) {
        progress(now);
        boolean late = over(now, endedAt, timeouts.stalled());
        if (late || over(now, clientPending == 0 ? endedAt : Math.max(endedAt, clientMoved), timeouts.drain())) {
            Closing.reset(session.client());
        }
        if (late || over(now, serverPending == 0 ? endedAt : Math.max(endedAt, serverMoved), timeouts.drain())) {
            session.legs().connected().ifPresent(Closing::reset);
        }
    }

    /** Changes with every byte that the peer takes, 0 when nothing is pending. */
    private static long pending(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        if (buffer == null || buffer.totalPendingWriteBytes() == 0) {
            return 0;
        }
        return buffer.totalPendingWriteBytes() * 31 + buffer.currentProgress();
    }

    private static boolean over(long now, long since, Duration limit) {
        return now - since > limit.toNanos();
    }
}
