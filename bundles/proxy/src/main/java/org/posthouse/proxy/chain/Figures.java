package org.posthouse.proxy.chain;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.posthouse.admin.Latency;

/** What is counted of one slot of a listener; it survives an update of the interceptor. Thread-safe. */
final class Figures {

    private static final int CLASSES = 48;
    private static final int ALL_TIMED = 64;
    private static final int EVERY = 7;

    private final String id;
    private final LongAdder messages = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder late = new LongAdder();
    /** Class n counts what took less than 2^n ns and not less than half of that. */
    private final AtomicLongArray latency = new AtomicLongArray(CLASSES);

    private volatile String interest = "";
    private volatile boolean mutate;
    private volatile boolean served;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final AtomicBoolean idle = new AtomicBoolean();
    private int calls;

    Figures(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void message() {
        messages.increment();
    }

    void failure() {
        failures.increment();
    }

    /** A deferred verdict came when it had been given up. */
    void late() {
        late.increment();
    }

    /** Whether this call is timed: the first ones, then every eighth. The race in counting does no harm. */
    boolean timed() {
        int n = ++calls;
        return n < ALL_TIMED || (n & EVERY) == 0;
    }

    void took(long nanos) {
        latency.incrementAndGet(Math.min(CLASSES - 1, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, nanos))));
    }

    void asked(String words) {
        interest = words;
    }

    void servedBy(boolean mutating) {
        mutate = mutating;
        served = true;
        refusing.set(false);
        idle.set(false);
    }

    /** True for the first refusal since somebody served it. */
    boolean refusesFirst() {
        return !refusing.get() && refusing.compareAndSet(false, true);
    }

    /** True for the first session of which it wants nothing since the chain has changed. */
    boolean idlesFirst() {
        return !idle.get() && idle.compareAndSet(false, true);
    }

    boolean everServed() {
        return served;
    }

    boolean mutate() {
        return mutate;
    }

    String interest() {
        return interest;
    }

    long messages() {
        return messages.sum();
    }

    long failures() {
        return failures.sum();
    }

    Latency latency() {
        long all = 0;
        for (int i = 0; i < CLASSES; i++) {
            all += latency.get(i);
        }
        return all == 0 ? Latency.none() : new Latency(quantile(all, 50), quantile(all, 99));
    }

    private Duration quantile(long all, int percent) {
        long rank = Math.max(1, (all * percent + 99) / 100);
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += latency.get(i);
            if (seen >= rank) {
                return Duration.ofNanos(1L << i);
            }
        }
        return Duration.ofNanos(1L << (CLASSES - 1));
    }
}
