package org.posthouse.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.admin.Administration;
import org.posthouse.admin.Latency;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionPhase;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;

/** One listener, one interceptor, the sessions that a test puts in. Remembers what it was told. */
class FakeAdministration implements Administration {

    final List<SessionStatus> sessions = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    static SessionStatus session(String id, String client, String user, String mailbox) {
        return new SessionStatus(
                id,
                "main",
                client,
                SessionPhase.SELECTED,
                Optional.of(user),
                Optional.of(mailbox),
                true,
                Optional.of("TLSv1.3"),
                "imap.example.org:993",
                Optional.of("TLSv1.2"),
                Optional.of("mutt 2.2"),
                List.of("guard"),
                new Traffic(10, 2000, 3),
                Instant.parse("2026-11-22T05:00:00Z"));
    }

    @Override
    public Status status() {
        SlotStatus slot = new SlotStatus(
                "guard",
                SlotState.OFF,
                true,
                Optional.of(SlotRole.MUTATE),
                SlotFailure.CLOSED,
                "LOGIN",
                7,
                new Latency(Duration.ofNanos(1_500), Duration.ofMillis(2)),
                1,
                3,
                OptionalLong.of(42));
        ListenerRoute route = new ListenerRoute(
                "implicit", Optional.of(Instant.parse("2027-01-01T00:00:00Z")), "imap.example.org:993", "implicit");
        ListenerStatus listener = new ListenerStatus(
                "main",
                "127.0.0.1:143",
                ListenerState.OPEN,
                Optional.of(route),
                sessions.size(),
                new Visits(5, 4, 1),
                new Traffic(100, 20_000, 30),
                3,
                List.of(slot));
        return new Status(new Readiness(List.of()), List.of(listener), List.of());
    }

    @Override
    public List<SessionStatus> sessions() {
        return List.copyOf(sessions);
    }

    @Override
    public int kick(SessionFilter which, String reason) {
        told.add("kick " + which + " " + reason);
        int before = sessions.size();
        sessions.removeIf(which::fits);
        return before - sessions.size();
    }

    @Override
    public boolean drain(String listener) {
        return tell("drain", listener);
    }

    @Override
    public boolean undrain(String listener) {
        return tell("undrain", listener);
    }

    @Override
    public boolean switchOff(String listener, String slot) {
        return tell("off " + slot, listener) && slot.equals("guard");
    }

    @Override
    public boolean switchOn(String listener, String slot) {
        return tell("on " + slot, listener) && slot.equals("guard");
    }

    @Override
    public boolean readmit(String listener, String slot) {
        tell("readmit " + slot, listener);
        return false;
    }

    private boolean tell(String verb, String listener) {
        told.add(verb + " " + listener);
        return listener.equals("main");
    }
}
