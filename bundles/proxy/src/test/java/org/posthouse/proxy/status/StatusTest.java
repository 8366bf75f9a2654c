package org.posthouse.proxy.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.Latency;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.config.Fault;

@Tag("unit")
class StatusTest {

    private static SlotStatus slot(SlotState state, boolean required, SlotFailure failure) {
        return new SlotStatus(
                "guard",
                state,
                required,
                Optional.of(SlotRole.MUTATE),
                failure,
                "LOGIN",
                7,
                new Latency(Duration.ofNanos(1_500), Duration.ofMillis(2)),
                1,
                3,
                OptionalLong.of(42));
    }

    private static ListenerStatus listener(ListenerState state, SlotStatus... chain) {
        ListenerRoute route = new ListenerRoute(
                "implicit", Optional.of(Instant.parse("2027-01-02T03:04:05Z")), "mail.example:993", "starttls");
        return new ListenerStatus(
                "main",
                "127.0.0.1:143",
                state,
                Optional.of(route),
                12,
                new Visits(100, 80, 5),
                new Traffic(1_000, 2_000, 300),
                3,
                List.of(chain));
    }

    private static Readiness readiness(ListenerStatus... listeners) {
        return Reasons.of(true, List.of(), List.of(), List.of(listeners), List.of());
    }

    @Test
    void shouldBeReadyWithoutAReasonWhenAllServe() {
        Readiness ready = readiness(listener(ListenerState.OPEN, slot(SlotState.SERVING, true, SlotFailure.CLOSED)));

        assertTrue(ready.ready());
        assertEquals(List.of(), ready.reasons());
    }

    @Test
    void shouldNotBeReadyWhenAFileCannotBeRead() {
        List<ListenerStatus> open = List.of(listener(ListenerState.OPEN));
        Readiness not = Reasons.of(true, List.of("org.posthouse.listener-b.cfg"), List.of(), open, List.of());

        assertFalse(not.ready());
        assertEquals(
                "configuration:org.posthouse.listener-b.cfg",
                not.reasons().get(0).label());
    }

    @Test
    void shouldBeReadyAndNameTheFileWhenItsLatestTextWasKeptBack() {
        List<ListenerStatus> open = List.of(listener(ListenerState.OPEN));
        Fault one = new Fault("/etc/x/org.posthouse.listener-a.cfg", "tls", "'may\nbe' is none of: off");
        Fault two = new Fault("org.posthouse.listener~b", "-", "the file is empty");

        Readiness ready = Reasons.of(true, List.of(), List.of(List.of(one, one, one), List.of(two)), open, List.of());

        assertTrue(ready.ready());
        assertEquals(
                List.of("configuration:org.posthouse.listener-a.cfg", "configuration:org.posthouse.listener~b"),
                ready.reasons().stream().map(Reason::label).toList());
        assertEquals(
                List.of(
                        "kept back, what it said before is in force: tls: 'may be' is none of: off, and 2 more",
                        "kept back, what it said before is in force: the file is empty"),
                ready.reasons().stream().map(Reason::reason).toList());
        assertEquals("proxy event=ready", ReadinessLine.of(ready));
    }

    @Test
    void shouldNotBeReadyWhenNothingIsConfiguredOrPluginsStillComeUp() {
        assertFalse(readiness().ready());
        assertFalse(Reasons.of(false, List.of(), List.of(), List.of(listener(ListenerState.OPEN)), List.of())
                .ready());
    }

    @ParameterizedTest
    @EnumSource(ListenerState.class)
    void shouldBeReadyOnlyWhenEachListenerIsOpen(ListenerState state) {
        Readiness readiness = readiness(listener(ListenerState.OPEN), listener(state));

        assertEquals(state == ListenerState.OPEN, readiness.ready());
    }

    @ParameterizedTest
    @CsvSource({
        "SERVING, true, CLOSED, true",
        "MISSING, true, OPEN, false",
        "MISSING, false, CLOSED, true",
        "VACANT, false, CLOSED, false",
        "VACANT, true, OPEN, false",
        "QUARANTINED, false, CLOSED, false",
        "QUARANTINED, false, OPEN, true",
        "OFF, false, CLOSED, false",
        "OFF, true, OPEN, false",
        "OFF, false, OPEN, true",
        "SHADOWED, false, CLOSED, true"
    })
    void shouldBeReadyWhenNoGuardIsOutOfItsPlace(
            SlotState state, boolean required, SlotFailure failure, boolean ready) {
        Readiness readiness = readiness(listener(ListenerState.OPEN, slot(state, required, failure)));

        assertEquals(ready, readiness.ready(), readiness::toString);
    }

    @Test
    void shouldSayThatARequiredGuardAsksForNothing() {
        SlotStatus lazy = new SlotStatus(
                "guard",
                SlotState.SERVING,
                true,
                Optional.of(SlotRole.MUTATE),
                SlotFailure.CLOSED,
                Interest.none().toString(),
                0,
                Latency.none(),
                0,
                3,
                OptionalLong.of(42));

        Readiness readiness = readiness(listener(ListenerState.OPEN, lazy));

        assertTrue(readiness.ready());
        assertEquals(
                List.of("main/guard"),
                readiness.reasons().stream().map(Reason::subject).toList());
    }

    @Test
    void shouldNotBeReadyWhenAJarDoesNotWorkButWhenItIsOnlyRemarkable() {
        JarStatus remarkable = new JarStatus("a.jar", "a/1.0.0", JarState.ACTIVE, "is shadowed", "remove it");
        JarStatus waiting = new JarStatus("b.jar", "b/1.0.0", JarState.WAITING, "waits", "write conf/b.cfg");
        List<ListenerStatus> open = List.of(listener(ListenerState.OPEN));

        assertTrue(Reasons.of(true, List.of(), List.of(), open, List.of(remarkable))
                .ready());
        Readiness not = Reasons.of(true, List.of(), List.of(), open, List.of(remarkable, waiting));
        assertEquals(
                List.of(false, true), not.reasons().stream().map(Reason::blocks).toList());
        assertEquals("proxy event=not-ready because=\"jar:b.jar\"", ReadinessLine.of(not));
    }

    @ParameterizedTest
    @CsvSource({
        "'full\r\na1 OK', full??a1 OK",
        "'  \tmaintenance ', maintenance",
        "gr\u00fcn, gr?n",
        "'', ended by an operator"
    })
    void shouldKeepAnOperatorsWordsOnOneLineOfAsciiWhenClientsReadThem(String words, String line) {
        assertEquals(line, LineText.of(words));
    }

    @Test
    void shouldSayThatAnOperatorDrainedItWhenAsked() {
        Reason reason = readiness(listener(ListenerState.DRAINED)).reasons().get(0);

        assertEquals("drained by an operator", reason.reason());
        assertTrue(reason.blocks());
    }
}
