package org.posthouse.proxy.chain;

import org.posthouse.proxy.config.FailureMode;

/**
 * One place in a listener's chain that an interceptor serves.
 *
 * @param registered who serves it
 * @param failure in which direction it fails
 */
public record Slot(Registered registered, FailureMode failure) {

    /** The id under which it stands in logs. */
    public String id() {
        return registered.id();
    }

    /** Whether the same service serves both. */
    boolean sameService(Slot other) {
        return registered.serviceId() == other.registered.serviceId();
    }
}
