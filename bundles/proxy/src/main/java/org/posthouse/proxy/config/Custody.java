package org.posthouse.proxy.config;

import java.time.Duration;
import java.util.Map;

/**
 * What interceptors may take, and how long what a missing guard covers is kept for its successor. Changes apply to live
 * sessions.
 *
 * @param grace how long that is held before it is refused, {@code guard-grace}
 * @param deferral how long a verdict may be deferred, by slot or plain id, {@code interceptor.ID.deferral}
 * @param budget octets that may be held for an interceptor in one session, {@code interceptor.ID.budget}
 * @param memory octets that may be held for all interceptors of the listener, {@code limit.held}
 */
public record Custody(Duration grace, Map<String, Duration> deferral, Map<String, Integer> budget, int memory) {

    /** What holds when nothing is said of an interceptor. */
    public static final Duration USUAL_DEFERRAL = Duration.ofSeconds(20);

    /** What holds when nothing is said of an interceptor. */
    public static final int USUAL_BUDGET = 1024 * 1024;

    /** What holds when the file says nothing. */
    public static final Custody DEFAULTS = new Custody(Duration.ofSeconds(10), Map.of(), Map.of(), 64 * 1024 * 1024);

    /** Keeps copies. */
    public Custody {
        deferral = Map.copyOf(deferral);
        budget = Map.copyOf(budget);
    }
}
