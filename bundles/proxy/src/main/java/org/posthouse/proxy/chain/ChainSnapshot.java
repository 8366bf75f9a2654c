package org.posthouse.proxy.chain;

import java.util.List;

/**
 * The chain of one listener at one moment. Immutable.
 *
 * @param epoch counts the snapshots of a listener
 * @param slots who serves, and guards whom nobody serves, in command order
 * @param shadowed services that would serve a slot if another one of the same id didn't
 * @param scope what the sessions of the listener share
 */
public record ChainSnapshot(long epoch, List<Slot> slots, List<Registered> shadowed, ListenerScope scope) {

    /** Keeps copies. */
    public ChainSnapshot {
        slots = List.copyOf(slots);
        shadowed = List.copyOf(shadowed);
    }

    /** No interceptor at all. */
    static ChainSnapshot empty(ListenerScope scope) {
        return new ChainSnapshot(0, List.of(), List.of(), scope);
    }

    /** Required ids that nobody serves. */
    public List<String> missing() {
        return slots.stream()
                .filter(s -> s.required() && s.served().isEmpty())
                .map(Slot::id)
                .toList();
    }

    /** Whether new sessions have to be refused at this moment. */
    boolean refuses(long now) {
        return slots.stream().anyMatch(s -> s.refuses(now));
    }

    /** Whether both say the same, whatever their epoch. */
    boolean says(ChainSnapshot other) {
        return slots.equals(other.slots) && shadowed.equals(other.shadowed);
    }
}
