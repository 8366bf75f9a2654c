package org.posthouse.proxy.listener;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other on somebody else's threads. Thread-safe; a task that throws is logged. */
final class InOrder {

    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

    private final Executor threads;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    InOrder(Executor threads) {
        this.threads = threads;
    }

    /** Queues a task; the future completes when it has run, and never exceptionally. */
    synchronized CompletableFuture<Void> submit(Runnable task) {
        last = last.thenRunAsync(() -> guarded(task), threads);
        return last;
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException unexpected) {
            LOG.error("listener task failed", unexpected);
        }
    }
}
