package org.posthouse.admin;

import java.util.List;
import java.util.Optional;

/**
 * One listener.
 *
 * @param name NAME of {@code org.posthouse.listener-NAME.cfg}
 * @param address where its port is open, as {@code host:port}; empty while it isn't
 * @param state where it stands
 * @param route how its sessions go; empty while it has never had a valid configuration
 * @param sessions how many are open
 * @param visits sessions and logins until now
 * @param traffic of all its sessions until now
 * @param epoch of its chain: counts the changes since the listener was made
 * @param chain its interceptors, in the order in which commands pass them; those that don't serve have their place too
 */
public record ListenerStatus(
        String name,
        String address,
        ListenerState state,
        Optional<ListenerRoute> route,
        int sessions,
        Visits visits,
        Traffic traffic,
        long epoch,
        List<SlotStatus> chain) {

    /** Copies the list. */
    public ListenerStatus {
        chain = List.copyOf(chain);
    }
}
