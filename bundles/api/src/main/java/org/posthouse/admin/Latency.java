package org.posthouse.admin;

import java.time.Duration;

/**
 * How long an interceptor took from being shown a message to its verdict, deferrals included. Measured in classes: a
 * value is the upper bound of its class.
 *
 * @param p50 half of the messages took no longer; zero if there was none
 * @param p99 of a hundred messages 99 took no longer; zero if there was none
 */
public record Latency(Duration p50, Duration p99) {

    /** Of what was never shown anything. */
    public static Latency none() {
        return new Latency(Duration.ZERO, Duration.ZERO);
    }
}
