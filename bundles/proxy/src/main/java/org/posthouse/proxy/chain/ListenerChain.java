package org.posthouse.proxy.chain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.posthouse.admin.SlotStatus;
import org.posthouse.proxy.config.ListenerSettings;

/**
 * The chain of one listener: its configured order applied to the services that are there. Thread-safe.
 *
 * <p>A new snapshot is first written, then published; a new session registers on its loop and then reads it, so
 * none falls between the two.
 */
public final class ListenerChain implements AutoCloseable {

    private final String listener;
    private final InterceptorTracker tracker;
    private final Function<ChainSnapshot, List<CompletableFuture<Void>>> publish;
    private final ListenerScope scope;
    private final Quarantine quarantine;
    private final Map<String, Figures> figures = new ConcurrentHashMap<>();
    private final Map<String, Arrangement.Gone> gone = new HashMap<>();
    private final ChainReport report = new ChainReport();
    private final WireLog wire = new WireLog();
    private final Set<String> off = new HashSet<>();
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
            off.removeIf(id -> !next.admits(id));
            rules = next;
        }
        scope.memory(live.custody().memory());
        refresh();
    }

    /**
     * Shows nothing more to who serves a slot, in open sessions too; empty if there is no such slot. The acknowledgements say when
     * it is so everywhere.
     */
    public synchronized Optional<List<CompletableFuture<Void>>> switchOff(String slot) {
        if (place(slot).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switched(off.add(slot), slot, "switched-off"));
    }

    /** Takes {@link #switchOff} back. */
    public synchronized Optional<List<CompletableFuture<Void>>> switchOn(String slot) {
        boolean was = off.remove(slot);
        return was || place(slot).isPresent() ? Optional.of(switched(was, slot, "switched-on")) : Optional.empty();
    }

    /** Ends the quarantine of who serves a slot; false if there is none. */
    public synchronized boolean readmit(String slot) {
        boolean was = place(slot)
                .flatMap(Slot::served)
                .filter(service -> quarantine.readmit(service.serviceId()))
                .isPresent();
        switched(was, slot, "readmitted");
        return was;
    }

    private Optional<Slot> place(String slot) {
        return current.slots().stream()
                .filter(s -> s.id().equals(slot)
                        && s.served().filter(wire.registered()::equals).isEmpty())
                .findFirst();
    }

    private List<CompletableFuture<Void>> switched(boolean changed, String slot, String event) {
        if (!changed) {
            return List.of();
        }
        ChainLog.switched(listener, slot, event);
        return refresh();
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
        Arrangement order = new Arrangement(rules, available, gone, kept, off, this::figures);
        List<Slot> slots = order.slots();
        wire.slot().ifPresent(slots::add);
        ChainSnapshot next = new ChainSnapshot(current.epoch() + 1, slots, order.shadowed(), scope);
        if (next.says(current)) {
            // Another thread's refresh may have published this a moment ago: its acknowledgements are ours, too.
            return published;
        }
        current = next;
        report.noted(next);
        ChainLog.changed(listener, next, tracker.nanos().getAsLong());
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
            ChainLog.quarantined(listener, failure.service().id());
            // Not here: a session is in the middle of something.
            tracker.watchdog().later(this::refresh);
        }
    }
}
