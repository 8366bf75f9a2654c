package org.posthouse.shell;

import java.time.Duration;

/** Durations as whole microseconds, rounded up: what took any time at all is never 0. */
final class Micros {

    private Micros() {}

    static long of(Duration duration) {
        return (duration.toNanos() + 999) / 1_000;
    }
}
