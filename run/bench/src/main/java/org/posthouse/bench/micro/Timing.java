package org.posthouse.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one unit of work costs.
 *
 * @param nanos median over rounds
 * @param bytes allocated on the heap, the least of the rounds: what the compiler itself allocates isn't the work's
 */
record Timing(double nanos, double bytes) {
    private static final int ROUNDS = 7;

    /** @param pass does some units of work and says how many */
    static Timing of(LongSupplier pass, long roundNanos) {
        for (int round = 0; round < ROUNDS; round++) {
            once(pass, roundNanos);
        }
        List<Timing> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(once(pass, roundNanos));
        }
        double nanos = rounds.stream()
                .mapToDouble(Timing::nanos)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElse(0);
        return new Timing(
                nanos, rounds.stream().mapToDouble(Timing::bytes).min().orElse(0));
    }

    private static Timing once(LongSupplier pass, long nanos) {
        long probe = Allocated.bytes();
        long allocated = Allocated.bytes();
        long probing = allocated - probe;
        long began = System.nanoTime();
        long units = 0;
        long now = began;
        while (now - began < nanos) {
            units += pass.getAsLong();
            now = System.nanoTime();
        }
        double bytes = Math.max(0, Allocated.bytes() - allocated - probing);
        return new Timing((double) (now - began) / units, bytes / units);
    }
}
