package org.posthouse.proxy.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which services have failed too often on one listener: in sessions of several clients, within a minute, so that one
 * client can't switch a guard off for all. Not thread-safe.
 */
final class Quarantine {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int SESSIONS = 3;
    private static final int ADDRESSES = 2;
    private static final int MOST = 64;

    private final LongSupplier nanos;
    private final Map<Long, Deque<Entry>> recent = new HashMap<>();
    private final Map<Long, Registered> kept = new HashMap<>();

    private record Entry(long at, ListenerScope.Failure failure) {}

    Quarantine(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts a failure; true: the service is in quarantine from now on. */
    boolean failed(ListenerScope.Failure failure) {
        long now = nanos.getAsLong();
        long id = failure.service().serviceId();
        Deque<Entry> entries = recent.computeIfAbsent(id, k -> new ArrayDeque<>());
        entries.removeIf(
                e -> now - e.at() > WINDOW_NANOS || e.failure().session().equals(failure.session()));
        entries.addLast(new Entry(now, failure));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
        Set<String> addresses = new HashSet<>();
        entries.forEach(e -> addresses.add(e.failure().address()));
        boolean enough = entries.size() >= SESSIONS && addresses.size() >= ADDRESSES;
        return enough && kept.put(id, failure.service()) == null;
    }

    /** An operator admits it again: its failures are forgotten. False: it isn't in quarantine. */
    boolean readmit(long service) {
        recent.remove(service);
        return kept.remove(service) != null;
    }

    /** The services in quarantine among those that are there; one that has changed is admitted again. */
    Set<Long> among(List<Registered> available) {
        Set<Long> there = new HashSet<>();
        for (Registered each : available) {
            Registered old = kept.get(each.serviceId());
            if (old != null && old.change() == each.change()) {
                there.add(each.serviceId());
            } else {
                recent.computeIfPresent(each.serviceId(), (id, entries) -> old == null ? entries : new ArrayDeque<>());
            }
        }
        kept.keySet().retainAll(there);
        recent.keySet().retainAll(available.stream().map(Registered::serviceId).toList());
        return Set.copyOf(there);
    }
}
