package org.posthouse.proxy.chain;

import java.util.List;

/**
 * Room for a message that is assembled, counted to the budget of each seat that asked for it whole, and once to that of
 * the listener. Thread: the session's loop.
 */
public final class Hold {

    private final ListenerScope scope;
    private final List<Seat> seats;
    private int held;

    Hold(ListenerScope scope, List<Seat> seats) {
        this.scope = scope;
        this.seats = seats;
    }

    /** Takes so many octets more; false: over a budget, treated as {@link Treatment#most}. */
    public boolean grow(int octets) {
        if (seats.stream().anyMatch(s -> !s.fits(octets)) || !scope.take(octets)) {
            return false;
        }
        seats.forEach(s -> s.count(octets));
        held += octets;
        return true;
    }

    /** Gives everything back; may be called twice. */
    public void release() {
        seats.forEach(s -> s.count(-held));
        scope.give(held);
        held = 0;
    }
}
