package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.admin.Latency;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.proxy.config.FailureMode;

/** A chain in words and figures. Thread-safe. */
final class ChainReport {

    private final Map<String, Since> states = new HashMap<>();

    private record Since(SlotState state, OptionalLong service, long epoch) {}

    /** A snapshot is in force: whose state is another one is so since this epoch. */
    synchronized void noted(ChainSnapshot snapshot) {
        for (Slot slot : snapshot.slots()) {
            OptionalLong service = service(slot);
            slot.served().ifPresent(r -> slot.figures().servedBy(r.mutate()));
            Since now = new Since(state(slot), service, snapshot.epoch());
            states.merge(
                    slot.id(),
                    now,
                    (old, fresh) ->
                            old.state() == fresh.state() && old.service().equals(service) ? old : fresh);
        }
        states.keySet().retainAll(snapshot.slots().stream().map(Slot::id).toList());
    }

    synchronized List<SlotStatus> status(ChainSnapshot snapshot) {
        List<SlotStatus> all = new ArrayList<>();
        for (Slot slot : snapshot.slots()) {
            long epoch =
                    Optional.ofNullable(states.get(slot.id())).map(Since::epoch).orElse(snapshot.epoch());
            all.add(status(slot, epoch));
            snapshot.shadowed().stream()
                    .filter(r -> r.id().equals(slot.id()))
                    .forEach(r -> all.add(shadowed(slot, r, epoch)));
        }
        return all;
    }

    private static SlotStatus status(Slot slot, long epoch) {
        Figures figures = slot.figures();
        Optional<SlotRole> role = figures.everServed() ? Optional.of(role(figures.mutate())) : Optional.empty();
        return new SlotStatus(
                slot.id(),
                state(slot),
                slot.required(),
                role,
                failure(slot.failure()),
                figures.interest(),
                figures.messages(),
                figures.latency(),
                figures.failures(),
                epoch,
                service(slot));
    }

    private static SlotStatus shadowed(Slot slot, Registered by, long epoch) {
        return new SlotStatus(
                by.id(),
                SlotState.SHADOWED,
                false,
                Optional.of(role(by.mutate())),
                failure(slot.failure()),
                "",
                0,
                Latency.none(),
                0,
                epoch,
                OptionalLong.of(by.serviceId()));
    }

    private static SlotState state(Slot slot) {
        if (slot.suspended()) {
            return slot.suspension() == Slot.Suspension.OFF ? SlotState.OFF : SlotState.QUARANTINED;
        }
        if (slot.served().isPresent()) {
            return SlotState.SERVING;
        }
        return slot.vacantSince() == Slot.NEVER_SERVED ? SlotState.MISSING : SlotState.VACANT;
    }

    private static OptionalLong service(Slot slot) {
        return slot.served().map(r -> OptionalLong.of(r.serviceId())).orElse(OptionalLong.empty());
    }

    private static SlotRole role(boolean mutate) {
        return mutate ? SlotRole.MUTATE : SlotRole.OBSERVE;
    }

    private static SlotFailure failure(FailureMode mode) {
        return mode == FailureMode.CLOSED ? SlotFailure.CLOSED : SlotFailure.OPEN;
    }
}
