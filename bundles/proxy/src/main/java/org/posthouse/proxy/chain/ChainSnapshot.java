package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.config.InterceptorRef;

/**
 * The chain of one listener at one moment. Immutable.
 *
 * @param epoch counts the snapshots of a listener
 * @param slots who serves, in command order
 * @param missing required ids that nobody serves: new sessions are refused while there is one
 * @param unguarded those of them whose failure mode is closed: open sessions that had one end too
 */
public record ChainSnapshot(long epoch, List<Slot> slots, List<String> missing, List<String> unguarded) {

    /** No interceptor at all. */
    public static final ChainSnapshot EMPTY = new ChainSnapshot(0, List.of(), List.of(), List.of());

    /** Selects and orders the services that are there by the list in the listener's configuration. */
    static ChainSnapshot of(
            long epoch, List<InterceptorRef> order, Map<String, FailureMode> failure, List<Registered> available) {
        List<Slot> slots = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unguarded = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        order.forEach(ref -> ref.match(
                named -> {
                    Optional<Registered> found = first(named.slot(), available);
                    found.ifPresent(r -> slots.add(slot(r, failure)));
                    if (found.isEmpty() && !named.optional()) {
                        missing.add(named.slot());
                        // Whoever is missing can't say its role: closed unless the operator chose open.
                        if (chosen(named.slot(), failure).orElse(FailureMode.CLOSED) == FailureMode.CLOSED) {
                            unguarded.add(named.slot());
                        }
                    }
                    return taken.add(named.slot());
                },
                () -> {
                    available.stream().filter(r -> taken.add(r.id())).forEach(r -> slots.add(slot(r, failure)));
                    return true;
                }));
        return new ChainSnapshot(epoch, List.copyOf(slots), List.copyOf(missing), List.copyOf(unguarded));
    }

    /** The same with one slot more at the end. */
    ChainSnapshot with(Optional<Slot> last) {
        return last.map(slot -> {
                    List<Slot> all = new ArrayList<>(slots);
                    all.add(slot);
                    return new ChainSnapshot(epoch, List.copyOf(all), missing, unguarded);
                })
                .orElse(this);
    }

    private static Optional<Registered> first(String id, List<Registered> available) {
        return available.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private static Slot slot(Registered r, Map<String, FailureMode> failure) {
        FailureMode byRole = r.mutate() ? FailureMode.CLOSED : FailureMode.OPEN;
        return new Slot(r, chosen(r.id(), failure).orElse(byRole));
    }

    private static Optional<FailureMode> chosen(String slot, Map<String, FailureMode> failure) {
        String id = slot.contains(":") ? slot.substring(0, slot.indexOf(':')) : slot;
        return Optional.ofNullable(failure.getOrDefault(slot, failure.get(id)));
    }
}
