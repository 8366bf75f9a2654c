package org.posthouse.proxy.chain;

import java.util.Optional;
import org.posthouse.intercept.DetachReason;
import org.posthouse.proxy.config.FailureMode;

/**
 * One place in a listener's chain at one moment.
 *
 * @param id under which it stands in the configuration, in logs and figures
 * @param served who serves it; empty: nobody does, what it covers is held and then refused
 * @param required whether the listener serves no new session while nobody does
 * @param failure in which direction it fails
 * @param terms what it may take
 * @param suspension whether nothing is shown to who serves it, and why
 * @param vacantSince when it was last served, by {@link System#nanoTime}; of use while it is empty
 * @param figures what is counted of it
 */
public record Slot(
        String id,
        Optional<Registered> served,
        boolean required,
        FailureMode failure,
        Terms terms,
        Suspension suspension,
        long vacantSince,
        Figures figures) {

    /** {@link #vacantSince()} of a slot that nobody has served: there is no successor to wait for. */
    static final long NEVER_SERVED = Long.MIN_VALUE;

    /**
     * What an interceptor may take.
     *
     * @param deferralNanos how long a verdict may be deferred
     * @param budget octets that may be held for it in one session
     * @param graceNanos how long what it covers is held while nobody serves it
     */
    public record Terms(long deferralNanos, int budget, long graceNanos) {}

    /** Why nothing is shown to who serves a slot. */
    enum Suspension {
        NONE(DetachReason.SESSION_CLOSED),
        /** It has failed too often: an open slot is skipped, a closed one refuses. */
        QUARANTINED(DetachReason.FAILED),
        /** Switched off by an operator: an open slot is skipped, a closed or required one refuses. */
        OFF(DetachReason.LEFT_CHAIN);

        private final DetachReason why;

        Suspension(DetachReason why) {
            this.why = why;
        }

        /** What who served it is told. */
        DetachReason why() {
            return why;
        }
    }

    boolean suspended() {
        return suspension != Suspension.NONE;
    }

    /** Whether what it covers is refused while it is suspended; otherwise it is skipped. */
    boolean refusesSuspended() {
        return closed() || (required && suspension == Suspension.OFF);
    }

    /** Whether nothing it covers may pass unseen. */
    boolean closed() {
        return failure == FailureMode.CLOSED;
    }

    /** What is kept of it in a session that has lost it: nothing of who served it. */
    Slot lost() {
        return new Slot(id, Optional.empty(), required, failure, terms, suspension, NEVER_SERVED, figures);
    }

    /** Nanoseconds until what it covers is refused; not positive: now. */
    long graceLeft(long now) {
        return vacantSince == NEVER_SERVED ? 0 : terms.graceNanos() - (now - vacantSince);
    }

    /** Whether new sessions have to be refused for it. */
    boolean refuses(long now) {
        return required && served.isEmpty() && graceLeft(now) <= 0;
    }
}
