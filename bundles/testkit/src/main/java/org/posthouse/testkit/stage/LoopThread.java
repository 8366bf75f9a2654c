package org.posthouse.testkit.stage;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.channel.ManualIoEventLoop;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An event loop on a thread of its own, whose clock stands still unless the test moves it. It runs a job, then
 * everything that comes of it, then the next job.
 */
final class LoopThread implements AutoCloseable {

    private static final int TURNS = 1_000_000;
    private static final int STEPS = 10_000;
    private static final int PATIENCES = 10;

    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final MockTicker ticker = Ticker.newMockTicker();
    private final Thread thread;
    private final ManualIoEventLoop loop;
    private final BooleanSupplier carry;
    private final Duration patience;
    private volatile boolean ended;

    /**
     * Starts it.
     *
     * @param carry carries octets between channels and tells whether any moved
     * @param patience real time; ten of it without an end of a job mean that the loop is blocked
     */
    LoopThread(BooleanSupplier carry, Duration patience) {
        this.patience = patience.multipliedBy(PATIENCES);
        this.carry = carry;
        this.thread = new FastThreadLocalThread(this::work, "posthouse-testkit-loop");
        thread.setDaemon(true);
        this.loop = new ManualIoEventLoop(null, thread, executor -> new Signal(), ticker);
        thread.start();
    }

    EventLoop loop() {
        return loop;
    }

    /** The time of its clock; any thread. */
    long nanos() {
        return ticker.nanoTime();
    }

    boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /** Runs the job on the loop and all that comes of it. */
    <T> T call(Callable<T> job) {
        if (isHere()) {
            throw new IllegalStateException("the testkit is for the thread of the test, not for the event loop");
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        jobs.add(() -> {
            try {
                T result = job.call();
                settle();
                done.complete(result);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return result(done);
    }

    void run(Runnable job) {
        call(() -> {
            job.run();
            return true;
        });
    }

    /** Moves the clock and the other one, in steps that are small against the whole, so that timers run in their order. */
    void advance(Duration time, Consumer<Duration> clock) {
        run(() -> {
            long left = time.toNanos();
            long step = Math.min(
                    Math.max(left / STEPS, Duration.ofMillis(1).toNanos()),
                    Duration.ofMillis(500).toNanos());
            while (left > 0) {
                long now = Math.min(step, left);
                ticker.advance(now, TimeUnit.NANOSECONDS);
                clock.accept(Duration.ofNanos(now));
                left -= step;
                settle();
            }
        });
    }

    @Override
    public void close() {
        ended = true;
        jobs.add(() -> {});
        thread.interrupt();
    }

    private <T> T result(CompletableFuture<T> done) {
        try {
            return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the event loop is blocked since " + patience.toMillis()
                    + " ms: an interceptor must not wait. It stands at\n    " + stack());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the engine failed: " + e.getCause(), e.getCause());
        }
    }

    private String stack() {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    "));
    }

    private void work() {
        while (!ended) {
            try {
                jobs.take().run();
                settle();
            } catch (InterruptedException e) {
                // Somebody interrupted the loop, or it has ended: the condition tells.
                continue;
            }
        }
    }

    private void settle() {
        for (int turn = 0; turn < TURNS; turn++) {
            loop.runNow();
            if (!carry.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError("the session does not come to rest");
    }

    /** No input or output: whoever gives the loop a task from elsewhere wakes the thread. */
    private final class Signal implements IoHandler {

        @Override
        public int run(IoHandlerContext context) {
            return 0;
        }

        @Override
        public IoRegistration register(IoHandle handle) {
            throw new UnsupportedOperationException("no sockets here");
        }

        @Override
        public void wakeup() {
            jobs.add(() -> {});
        }

        @Override
        public boolean isCompatible(Class<? extends IoHandle> type) {
            return false;
        }
    }
}
