package org.posthouse.proxy.chain;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop is doing, told by the loop and read by others. {@link #enter} and {@link #leave} are the loop's;
 * the rest may be called from any thread.
 */
final class LoopWatch {

    private final EventExecutor loop;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicReference<@Nullable Registered> running = new AtomicReference<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile @Nullable Thread thread;
    private volatile boolean beat;
    private long seenCall;
    private long seenSince;
    private long beatSince;
    private boolean told;

    LoopWatch(EventExecutor loop) {
        this.loop = loop;
    }

    /**
     * An interceptor is about to be called; false: it must not be. Written before the lease is read, so that whoever ends
     * the lease sees the call, or the call sees that the lease has ended.
     */
    boolean enter(Registered who) {
        if (thread == null) {
            thread = Thread.currentThread();
        }
        Registered outer = running.get();
        calls.lazySet(calls.get() + 1);
        running.set(who);
        if (who.lease().ended()) {
            running.lazySet(outer);
            return false;
        }
        return true;
    }

    /** The call is over; {@code outer} goes on if calls are nested. */
    void leave(@Nullable Registered outer) {
        running.lazySet(outer);
    }

    @Nullable
    Registered running() {
        return running.get();
    }

    void sessionCame() {
        sessions.incrementAndGet();
    }

    void sessionWent() {
        sessions.decrementAndGet();
    }

    boolean idle() {
        return sessions.get() <= 0;
    }

    /** Where it stands now, if a thread is known. */
    Optional<StackTraceElement[]> stack() {
        return Optional.ofNullable(thread).map(Thread::getStackTrace);
    }

    /** For how long it has been in one call, or hasn't answered; the watchdog's thread only. */
    long stuckNanos(long now) {
        long inCall = inCall(now);
        return Math.max(inCall, unanswered(now));
    }

    /** Whether this block has been reported already. */
    boolean toldOnce() {
        boolean before = told;
        told = true;
        return before;
    }

    void fine() {
        told = false;
    }

    String name() {
        return Optional.ofNullable(thread).map(Thread::getName).orElse("?");
    }

    private long inCall(long now) {
        long call = calls.get();
        if (running.get() == null || call != seenCall) {
            seenCall = call;
            seenSince = now;
            return 0;
        }
        return now - seenSince;
    }

    /** An embedded loop has no thread of its own that could answer. */
    private long unanswered(long now) {
        if (!(loop instanceof SingleThreadEventExecutor)) {
            return 0;
        }
        if (beat) {
            return now - beatSince;
        }
        beat = true;
        beatSince = now;
        try {
            loop.execute(this::answer);
        } catch (RejectedExecutionException ended) {
            beat = false;
        }
        return 0;
    }

    private void answer() {
        thread = Thread.currentThread();
        beat = false;
    }
}
