package org.posthouse.proxy.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the stop of a bundle may still be held up: in total, however many components it has, so that no framework
 * operation runs into its time-out. Thread-safe.
 */
final class BundleStops {

    private static final long TOTAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Unbindings that are further apart than this are not those of one stop. */
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<Long, Stop> stops = new HashMap<>();

    private record Stop(long spent, long last) {}

    /** Nanoseconds that an unbinding of this bundle may wait. */
    synchronized long left(long bundle, long now) {
        Stop stop = stops.getOrDefault(bundle, new Stop(0, now));
        return now - stop.last() > APART_NANOS ? TOTAL_NANOS : Math.max(0, TOTAL_NANOS - stop.spent());
    }

    /** It has waited so long. */
    synchronized void waited(long bundle, long nanos, long now) {
        long before = TOTAL_NANOS - left(bundle, now);
        stops.put(bundle, new Stop(before + nanos, now));
        stops.values().removeIf(s -> now - s.last() > APART_NANOS);
    }

    /** It starts: what it may spend when it stops is whole again. */
    synchronized void started(long bundle) {
        stops.remove(bundle);
    }
}
