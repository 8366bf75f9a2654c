package org.posthouse.bench.load;

import java.util.function.Supplier;

/**
 * What the machine spent up to now, in seconds of CPU.
 *
 * @param proxy by the process tree under test
 * @param own by everything that belongs to the benchmark, the proxy included
 * @param machine by everything
 */
public record Sample(double proxy, double own, double machine) {
    /** For a run whose cost is of no interest. */
    public static final Supplier<Sample> NONE = () -> new Sample(0, 0, 0);
}
