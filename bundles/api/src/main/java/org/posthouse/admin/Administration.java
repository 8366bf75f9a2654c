package org.posthouse.admin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one service through which a running proxy is looked at and managed: consoles, shells, health checks and {@code
 * bin/posthouse} share it. Thread-safe; not to be called on an event loop, nor while holding a lock that a listener may want.
 *
 * <p>What is switched here lasts until it is switched back, the listener's file changes in that place, or the proxy ends: files stay
 * the only truth.
 */
@ProviderType
public interface Administration {

    /** Everything but the sessions, as it is now. */
    Status status();

    /** Whether new clients should be sent here, and if not, why. */
    default Readiness readiness() {
        return status().readiness();
    }

    /**
     * The sessions that are open now, in no order. Each event loop is asked and answers between two reads; one that hasn't answered
     * within two seconds (its interceptor blocks) is left out.
     */
    List<SessionStatus> sessions();

    /** One session; empty if there is none of this id (any more). */
    default Optional<SessionStatus> session(String id) {
        return sessions().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /**
     * Ends sessions: {@code * BYE posthouse: REASON} at the next message boundary, at most five seconds later, then both
     * connections.
     *
     * @param reason for the clients; line ends and octets beyond ASCII are replaced
     * @return how many sessions were told
     */
    int kick(SessionFilter which, String reason);

    /**
     * Takes a listener out of service: its port closes, its sessions are ended at their next message boundary, within {@code
     * timeout.drain}. The call doesn't wait for that. A listener that drains already stays so.
     *
     * @return false if there is no listener of this name
     */
    boolean drain(String listener);

    /**
     * Opens the port of a drained listener again. A listener that isn't drained stays as it is.
     *
     * @return false if there is no listener of this name
     */
    boolean undrain(String listener);

    /**
     * Switches a place of a chain off, for open sessions too: nothing more is shown to its interceptor. <b>A guard is never
     * bypassed</b>: what a closed or required place covers is refused while it is off, as in quarantine; an open one is skipped.
     *
     * @param slot the place's id, as in {@link SlotStatus#id()}
     * @return false if there is no such listener or no such place
     */
    boolean switchOff(String listener, String slot);

    /**
     * Switches a place on again; its interceptor joins open sessions too.
     *
     * @return false if there is no such listener or no such place
     */
    boolean switchOn(String listener, String slot);

    /**
     * Admits an interceptor after quarantine: its failures until now are forgotten.
     *
     * @return false if there is no such listener or place, or its interceptor isn't in quarantine
     */
    boolean readmit(String listener, String slot);
}
