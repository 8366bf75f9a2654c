package org.posthouse.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.admin.Administration;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.Latency;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;

/** A proxy that stands still, with one listener and one interceptor; nothing can be done with it. */
final class FixedAdministration implements Administration {

    volatile List<Reason> reasons = List.of();
    volatile boolean broken;

    @Override
    public Status status() {
        if (broken) {
            throw new IllegalStateException("gone");
        }
        SlotStatus guard = slot("guard \"x\"\n\\", SlotState.SERVING, 7);
        SlotStatus shadow = slot("guard \"x\"\n\\", SlotState.SHADOWED, 0);
        ListenerStatus main = new ListenerStatus(
                "main",
                "127.0.0.1:143",
                ListenerState.OPEN,
                Optional.of(new ListenerRoute(
                        "implicit", Optional.of(Instant.ofEpochSecond(1_800_000_000)), "mail:993", "implicit")),
                12,
                new Visits(100, 80, 5),
                new Traffic(1_000, 2_000_000_000_000L, 300),
                3,
                List.of(guard, shadow));
        ListenerStatus other = new ListenerStatus(
                "other",
                "",
                ListenerState.DRAINED,
                Optional.empty(),
                0,
                Visits.none(),
                Traffic.none(),
                1,
                List.of(slot("guard \"x\"\n\\", SlotState.OFF, 0)));
        return new Status(
                new Readiness(reasons),
                List.of(main, other),
                List.of(new JarStatus("a.jar", "a/1.0.0", JarState.ACTIVE, "", "")));
    }

    private static SlotStatus slot(String id, SlotState state, long messages) {
        return new SlotStatus(
                id,
                state,
                true,
                Optional.of(SlotRole.MUTATE),
                SlotFailure.CLOSED,
                "LOGIN",
                messages,
                new Latency(Duration.ofNanos(2_048), Duration.ofMillis(2)),
                1,
                3,
                OptionalLong.of(42));
    }

    @Override
    public List<SessionStatus> sessions() {
        throw new AssertionError("nobody needs to ask the event loops");
    }

    @Override
    public int kick(SessionFilter which, String reason) {
        throw new AssertionError("only looks");
    }

    @Override
    public boolean drain(String listener) {
        throw new AssertionError("only looks");
    }

    @Override
    public boolean undrain(String listener) {
        throw new AssertionError("only looks");
    }

    @Override
    public boolean switchOff(String listener, String slot) {
        throw new AssertionError("only looks");
    }

    @Override
    public boolean switchOn(String listener, String slot) {
        throw new AssertionError("only looks");
    }

    @Override
    public boolean readmit(String listener, String slot) {
        throw new AssertionError("only looks");
    }
}
