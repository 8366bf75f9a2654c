package org.posthouse.proxy.chain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What the sessions of one listener share of their chains. Thread-safe. */
final class ListenerScope {

    private static final int MOST_PLANS = 128;

    private final Watchdog watchdog;
    private final LongSupplier nanos;
    private final Consumer<Failure> report;
    private final Map<List<Wish>, Plan> plans = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private volatile long memory = Long.MAX_VALUE;

    /** A failure that counts towards quarantine. */
    record Failure(Registered service, String session, String address) {}

    ListenerScope(Watchdog watchdog, LongSupplier nanos, Consumer<Failure> report) {
        this.watchdog = watchdog;
        this.nanos = nanos;
        this.report = report;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** The time by which guards are waited for. */
    long now() {
        return nanos.getAsLong();
    }

    void failed(Failure failure) {
        report.accept(failure);
    }

    /** The plan for these wishes, compiled once. */
    Plan plan(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Plan.EMPTY;
        }
        if (plans.size() > MOST_PLANS) {
            plans.clear();
        }
        return plans.computeIfAbsent(wishes, Plan::new);
    }

    /** How many octets may be held for all interceptors of the listener. */
    void memory(long octets) {
        memory = octets;
    }

    /** Takes room for so many octets; false if there is no more. */
    boolean take(int octets) {
        if (held.addAndGet(octets) <= memory) {
            return true;
        }
        held.addAndGet(-octets);
        return false;
    }

    void give(int octets) {
        held.addAndGet(-octets);
    }

    /** Octets that are held now. */
    long held() {
        return held.get();
    }
}
