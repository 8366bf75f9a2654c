package org.posthouse.proxy.listener;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What event loops answer, as far as they do in time. */
final class Answers {

    private Answers() {}

    /**
     * The answers that come in time.
     *
     * @throws IllegalStateException on an event loop, which would wait for itself
     */
    static <T> List<T> of(List<CompletableFuture<T>> asked, Duration patience) {
        await(asked, patience);
        return asked.stream()
                .filter(each -> each.isDone() && !each.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    /** Waits until all are there, or the time is over. */
    static <T> void await(List<CompletableFuture<T>> asked, Duration patience) {
        if (Thread.currentThread() instanceof FastThreadLocalThread) {
            throw new IllegalStateException("not on an event loop");
        }
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException some) {
            // Those that have answered are what there is.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
