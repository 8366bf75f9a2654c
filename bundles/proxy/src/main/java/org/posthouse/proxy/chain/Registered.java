package org.posthouse.proxy.chain;

import java.util.Comparator;
import org.posthouse.intercept.InterceptorFactory;

/**
 * A factory as its service announces it.
 *
 * @param id {@code id} or {@code id:instance}
 * @param mutate its role, which decides the default failure mode
 * @param startOnly whether it joins new sessions only
 * @param ranking service ranking
 * @param serviceId service id, unique
 * @param factory the service
 */
public record Registered(
        String id, boolean mutate, boolean startOnly, int ranking, long serviceId, InterceptorFactory factory) {

    /** Highest ranking first, then the oldest service: of two with one id the first runs. */
    static final Comparator<Registered> ORDER =
            Comparator.comparingInt(Registered::ranking).reversed().thenComparingLong(Registered::serviceId);
}
