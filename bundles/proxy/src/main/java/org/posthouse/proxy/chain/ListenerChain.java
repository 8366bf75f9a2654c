package org.posthouse.proxy.chain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.config.InterceptorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain of one listener: its configured order applied to the services that are there. Thread-safe.
 *
 * <p>A new snapshot is first written, then published; a new session registers on its loop and then reads it, so
 * none falls between the two.
 */
public final class ListenerChain implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerChain.class);

    private final String listener;
    private final InterceptorTracker tracker;
    private final Function<ChainSnapshot, List<CompletableFuture<Void>>> publish;
    private List<InterceptorRef> order = List.of();
    private Map<String, FailureMode> failure = Map.of();
    private List<CompletableFuture<Void>> published = List.of();
    private volatile ChainSnapshot current = ChainSnapshot.EMPTY;

    /**
     * Subscribes to the tracker.
     *
     * @param publish hands a snapshot to all sessions and gives their acknowledgements
     */
    public ListenerChain(
            String listener,
            InterceptorTracker tracker,
            Function<ChainSnapshot, List<CompletableFuture<Void>>> publish) {
        this.listener = listener;
        this.tracker = tracker;
        this.publish = publish;
        tracker.subscribe(this);
    }

    /** The snapshot that new sessions take. */
    public ChainSnapshot current() {
        return current;
    }

    /** Takes a new order, for open sessions too. */
    public void configure(List<InterceptorRef> newOrder, Map<String, FailureMode> newFailure) {
        synchronized (this) {
            order = newOrder;
            failure = newFailure;
        }
        refresh();
    }

    /** Builds and publishes a snapshot if anything changed; the acknowledgements say when it is everywhere. */
    synchronized List<CompletableFuture<Void>> refresh() {
        ChainSnapshot next = ChainSnapshot.of(current.epoch() + 1, order, failure, tracker.available())
                .with(WireLog.slot());
        if (next.slots().equals(current.slots())
                && next.missing().equals(current.missing())
                && next.unguarded().equals(current.unguarded())) {
            // Another thread's refresh may have published this a moment ago: its acknowledgements are ours, too.
            return published;
        }
        current = next;
        LOG.info(
                "listener={} chain={} epoch={}",
                listener,
                next.slots().stream().map(Slot::id).toList(),
                next.epoch());
        if (!next.missing().isEmpty()) {
            LOG.error(
                    "listener={} missing={} reason=\"required interceptors are not there: no new sessions\"",
                    listener,
                    next.missing());
        }
        published = publish.apply(next);
        return published;
    }

    @Override
    public void close() {
        tracker.unsubscribe(this);
    }
}
