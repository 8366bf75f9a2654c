package org.posthouse.proxy.chain;

import java.util.Comparator;
import java.util.Optional;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.config.FailureMode;

/**
 * A factory as its service announces it.
 *
 * @param id {@code id} or {@code id:instance}
 * @param mutate its role
 * @param failure how it fails unless the operator says otherwise
 * @param startOnly whether it joins new sessions only
 * @param changesContent whether it may change the content of messages
 * @param ranking service ranking
 * @param serviceId service id, unique
 * @param bundleId who registered it
 * @param change counts the changes of its properties: another interest may be behind them
 * @param lease what ends when it may not be called any more
 * @param factory the service
 */
public record Registered(
        String id,
        boolean mutate,
        FailureMode failure,
        boolean startOnly,
        boolean changesContent,
        int ranking,
        long serviceId,
        long bundleId,
        long change,
        Lease lease,
        InterceptorFactory factory) {

    /** Highest ranking first, then the oldest service: of two with one id the first runs. */
    static final Comparator<Registered> ORDER =
            Comparator.comparingInt(Registered::ranking).reversed().thenComparingLong(Registered::serviceId);

    /** One with everything at its default. */
    static Registered plain(String id, boolean mutate, int ranking, long serviceId, InterceptorFactory factory) {
        FailureMode failure = mutate ? FailureMode.CLOSED : FailureMode.OPEN;
        return new Registered(id, mutate, failure, false, false, ranking, serviceId, -1, 0, new Lease(), factory);
    }

    /** What is kept of it when it has gone: nothing of its bundle. */
    Registered gone() {
        return new Registered(
                id,
                mutate,
                failure,
                startOnly,
                changesContent,
                ranking,
                serviceId,
                bundleId,
                change,
                lease,
                Nobody.FACTORY);
    }

    /** Whether both are the same service, whatever has changed of it. */
    boolean sameService(Registered other) {
        return serviceId == other.serviceId;
    }

    /** Whether the service of a slot is another one, or has changed. */
    boolean isNot(Optional<Registered> other) {
        return other.filter(this::equals).isEmpty();
    }
}
