package org.posthouse.proxy.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.posthouse.admin.SlotStatus;
import org.posthouse.proxy.config.ListenerSettings;
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
    private final ListenerScope scope;
    private final Quarantine quarantine;
    private final Map<String, Figures> figures = new ConcurrentHashMap<>();
    private final Map<String, Arrangement.Gone> gone = new HashMap<>();
    private final ChainReport report = new ChainReport();
    private final WireLog wire = new WireLog();
    private ChainRules rules = ChainRules.NONE;
    private List<CompletableFuture<Void>> published = List.of();
    private volatile ChainSnapshot current;

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
        this.quarantine = new Quarantine(tracker.nanos());
        this.scope = new ListenerScope(tracker.watchdog(), tracker.nanos(), this::failed);
        this.current = ChainSnapshot.empty(scope);
        tracker.subscribe(this);
    }

    /** The snapshot that new sessions take. */
    public ChainSnapshot current() {
        return current;
    }

    /** All places, in order, those of shadowed services behind who serves. Not for event loops. */
    public List<SlotStatus> status() {
        return report.status(current);
    }

    /** Takes new rules, for open sessions too. */
    public void configure(ListenerSettings live) {
        ChainRules next = new ChainRules(live.interceptors(), live.failure(), live.custody());
        synchronized (this) {
            // An id that the operator took out of the list guards nothing any more.
            gone.keySet().removeIf(id -> rules.names(id) && !next.names(id));
            rules = next;
        }
        scope.memory(live.custody().memory());
        refresh();
    }

    /** A bundle was uninstalled: who was there by {@code *} or {@code ?} has been taken out, and is not waited for. */
    void uninstalled(long bundle) {
        boolean any;
        synchronized (this) {
            any = gone.values()
                    .removeIf(g ->
                            g.last().bundleId() == bundle && !required(g.last().id()));
        }
        if (any) {
            refresh();
        }
    }

    /** Builds and publishes a snapshot if anything changed; the acknowledgements say when it is everywhere. */
    synchronized List<CompletableFuture<Void>> refresh() {
        List<Registered> available = tracker.available();
        remember(available);
        Set<Long> kept = quarantine.among(available);
        Arrangement order = new Arrangement(rules, available, gone, kept, this::figures);
        List<Slot> slots = order.slots();
        wire.slot().ifPresent(slots::add);
        ChainSnapshot next = new ChainSnapshot(current.epoch() + 1, slots, order.shadowed(), scope);
        if (next.says(current)) {
            // Another thread's refresh may have published this a moment ago: its acknowledgements are ours, too.
            return published;
        }
        current = next;
        report.noted(next);
        log(next);
        published = publish.apply(next);
        return published;
    }

    /** Octets that are held for its interceptors now. */
    long held() {
        return scope.held();
    }

    @Override
    public void close() {
        tracker.unsubscribe(this);
    }

    /** Who served and is not there any more leaves a place behind. */
    private void remember(List<Registered> available) {
        long now = tracker.nanos().getAsLong();
        for (Slot slot : current.slots()) {
            slot.served()
                    .filter(r -> available.stream().noneMatch(r::sameService))
                    .ifPresent(r -> {
                        if (!r.equals(wire.registered())) {
                            gone.put(r.id(), new Arrangement.Gone(r.gone(), now));
                        }
                    });
        }
        available.forEach(r -> gone.remove(r.id()));
    }

    private boolean required(String id) {
        return rules.order().stream()
                .anyMatch(ref -> ref.match(named -> named.slot().equals(id) && !named.optional(), () -> false));
    }

    private Figures figures(String id) {
        return figures.computeIfAbsent(id, Figures::new);
    }

    private void failed(ListenerScope.Failure failure) {
        boolean enough;
        synchronized (this) {
            enough = quarantine.failed(failure);
        }
        if (enough) {
            LOG.error(
                    "listener={} interceptor={} event=quarantined reason=\"failed in several sessions within 60 s\"",
                    listener,
                    failure.service().id());
            // Not here: a session is in the middle of something.
            tracker.watchdog().later(this::refresh);
        }
    }

    /** An update looks like this, too, so it is no error before the first refusal. */
    private void logVacant(Slot slot) {
        if (slot.graceLeft(tracker.nanos().getAsLong()) > 0) {
            LOG.warn(
                    "listener={} interceptor={} event=vacant reason=\"what it guards waits for a successor\"",
                    listener,
                    slot.id());
        } else if (slot.required()) {
            LOG.error(
                    "listener={} interceptor={} event=missing reason=\"new sessions are refused; write {}? if it is"
                            + " optional\"",
                    listener,
                    slot.id(),
                    slot.id());
        }
    }

    private void log(ChainSnapshot next) {
        LOG.info(
                "listener={} chain={} epoch={}",
                listener,
                next.slots().stream()
                        .filter(s -> s.served().isPresent())
                        .map(Slot::id)
                        .toList(),
                next.epoch());
        next.slots().stream().filter(s -> s.served().isEmpty()).forEach(this::logVacant);
        next.shadowed()
                .forEach(r -> LOG.warn(
                        "listener={} interceptor={} service={} event=shadowed reason=\"another service has this id\"",
                        listener,
                        r.id(),
                        r.serviceId()));
    }
}
