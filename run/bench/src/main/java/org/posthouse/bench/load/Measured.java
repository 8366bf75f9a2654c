package org.posthouse.bench.load;

import java.util.Optional;

/**
 * One run of one workload.
 *
 * @param operations completed in the measured window
 * @param seconds the window's length on the clock
 * @param proxyCpu CPU seconds of the proxy in it
 * @param foreignCpu CPU seconds that others used in it
 * @param wrong the first wrong answer, if there was one
 */
public record Measured(long operations, double seconds, double proxyCpu, double foreignCpu, Optional<String> wrong) {

    static Measured between(Sample before, Sample after, long operations, double seconds, Optional<String> wrong) {
        double own = after.own() - before.own();
        double foreign = Math.max(0, after.machine() - before.machine() - own);
        return new Measured(operations, seconds, after.proxy() - before.proxy(), foreign, wrong);
    }

    /** How much of one core others used. */
    public double foreignShare() {
        return foreignCpu / Math.max(seconds, 1e-9);
    }
}
