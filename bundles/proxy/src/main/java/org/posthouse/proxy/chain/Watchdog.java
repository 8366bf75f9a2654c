package org.posthouse.proxy.chain;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices event loops that are blocked: by an interceptor, or by anything else. Its thread looks every 25 ms while there
 * are sessions with interceptors and ends when there are none. Thread-safe.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long BLOCKED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int FRAMES = 12;

    private final Map<EventExecutor, LoopWatch> loops = new ConcurrentHashMap<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private boolean running;
    private boolean closed;

    /** The watch of a loop. */
    LoopWatch of(EventExecutor loop) {
        return loops.computeIfAbsent(loop, LoopWatch::new);
    }

    /** A session with interceptors has begun: there is something to look at. */
    synchronized void look() {
        if (!running && !closed) {
            running = true;
            Thread thread = new Thread(this::run, "posthouse-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Runs the task on this thread, soon: for what must not be done in the middle of a call. */
    void later(Runnable task) {
        tasks.add(task);
        look();
    }

    synchronized void close() {
        closed = true;
    }

    /** Loops that are in a call of the service at this moment. */
    List<LoopWatch> calling(Registered service) {
        List<LoopWatch> calling = new ArrayList<>();
        for (LoopWatch each : loops.values()) {
            Registered running = each.running();
            if (running != null && running.sameService(service)) {
                calling.add(each);
            }
        }
        return calling;
    }

    /** A stack on one line. */
    static String line(Optional<StackTraceElement[]> stack) {
        return String.join(
                " < ",
                Arrays.stream(stack.orElse(new StackTraceElement[0]))
                        .limit(FRAMES)
                        .map(f -> f.getClassName() + "." + f.getMethodName() + ":" + f.getLineNumber())
                        .toList());
    }

    private void run() {
        while (goesOn()) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            long now = System.nanoTime();
            for (LoopWatch each : loops.values()) {
                if (!each.idle()) {
                    look(each, now);
                }
            }
        }
    }

    private boolean goesOn() {
        LockSupport.parkNanos(this, TICK_NANOS);
        synchronized (this) {
            boolean needed = !tasks.isEmpty() || loops.values().stream().anyMatch(l -> !l.idle());
            running = !closed && !Thread.interrupted() && needed;
            return running;
        }
    }

    private static void look(LoopWatch loop, long now) {
        long stuck = loop.stuckNanos(now);
        if (stuck < BLOCKED_NANOS) {
            loop.fine();
        } else if (!loop.toldOnce()) {
            Registered who = loop.running();
            LOG.warn(
                    "loop={} event=blocked millis={} interceptor={} stack=\"{}\"",
                    loop.name(),
                    TimeUnit.NANOSECONDS.toMillis(stuck),
                    who == null ? "-" : who.id(),
                    line(loop.stack()));
        }
    }
}
