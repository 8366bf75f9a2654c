package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.admin.Latency;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.proxy.config.FailureMode;

/** What a snapshot alone can tell; goes when the chain counts by itself. */
final class ProvisionalStatus {

    private ProvisionalStatus() {}

    static List<SlotStatus> of(ChainSnapshot snapshot) {
        List<SlotStatus> all = new ArrayList<>();
        snapshot.slots().forEach(slot -> all.add(serving(slot, snapshot.epoch())));
        snapshot.missing().forEach(id -> all.add(missing(id, snapshot)));
        return all;
    }

    private static SlotStatus serving(Slot slot, long epoch) {
        return new SlotStatus(
                slot.id(),
                SlotState.SERVING,
                false,
                Optional.of(slot.registered().mutate() ? SlotRole.MUTATE : SlotRole.OBSERVE),
                slot.failure() == FailureMode.CLOSED ? SlotFailure.CLOSED : SlotFailure.OPEN,
                "",
                0,
                Latency.none(),
                0,
                epoch,
                OptionalLong.of(slot.registered().serviceId()));
    }

    private static SlotStatus missing(String id, ChainSnapshot snapshot) {
        return new SlotStatus(
                id,
                SlotState.MISSING,
                true,
                Optional.empty(),
                snapshot.unguarded().contains(id) ? SlotFailure.CLOSED : SlotFailure.OPEN,
                "",
                0,
                Latency.none(),
                0,
                snapshot.epoch(),
                OptionalLong.empty());
    }
}
