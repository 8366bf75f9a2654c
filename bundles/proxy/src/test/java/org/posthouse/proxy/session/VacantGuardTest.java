package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.proxy.config.FailureMode;

/** A guard is never bypassed: what it covers waits for its successor, and is then refused. */
@Tag("embedded")
class VacantGuardTest {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String MISSING = " [UNAVAILABLE] posthouse: a required interceptor is missing\r\n";
    private static final Interest ALL = Interest.of().anyCommand().data().build();

    @Test
    void shouldHoldForItsSuccessorWhenItIsUpdated() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.leave(guard, 1)
                    .client("a1 DELETE x\r\na2 NOOP\r\n")
                    .serverSees("")
                    .clientSees("");
            Meddler next = guard(ALL);
            scene.join(next, 2).pump();
            scene.clientSees("a1 NO posthouse: forbidden\r\n").serverSees("a2 NOOP\r\n");
            assertEquals(List.of("attach", "command DELETE", "command NOOP"), next.calls());
        }
    }

    @Test
    void shouldLetNoForbiddenCommandThroughWhenItComesAndGoesUnderPipelining() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                scene.client("d" + i + " DELETE x\r\n");
                scene.leave(guard, i + 1).client("e" + i + " DELETE x\r\n").join(guard, i + 2);
                scene.client("f" + i + " DELETE x\r\n").serverSees("");
                for (char tag : new char[] {'d', 'e', 'f'}) {
                    answers.append(tag).append(i).append(" NO posthouse: forbidden\r\n");
                }
            }
            scene.clientSees(answers.toString()).client("z NOOP\r\n").serverSees("z NOOP\r\n");
        }
    }

    @Test
    void shouldRefuseWhenNobodyTakesItsPlace() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.leave(guard, 1).client("a1 NOOP\r\n").pass(GRACE);
            scene.clientSees("a1 NO" + MISSING).serverSees("");
            scene.client("a2 NOOP\r\n").clientSees("a2 NO" + MISSING).serverSees("");
        }
    }

    @Test
    void shouldHoldOnlyWhatItCoveredWhenItIsNotThere() {
        Meddler guard = guard(Interest.of().commands(CommandName.DELETE).build());
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.leave(guard, 1).client("a1 NOOP\r\n").serverSees("a1 NOOP\r\n");
            scene.client("a2 DELETE x\r\n").serverSees("");
        }
    }

    @Test
    void shouldHoldResponsesAndThenEndWhenItCoveredThose() {
        Meddler guard = guard(Interest.of().responses(ResponseName.FETCH).build());
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.leave(guard, 1).server("* 1 EXISTS\r\n* 1 FETCH (UID 7)\r\n").clientSees("* 1 EXISTS\r\n");
            scene.pass(GRACE).clientSees("* BYE" + MISSING).ended();
        }
    }

    @Test
    void shouldLetDonePassWhenItLeftDuringIdle() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.client("a1 IDLE\r\n").server("+ go\r\n").leave(guard, 1);
            scene.client("DONE\r\n").serverSees("a1 IDLE\r\nDONE\r\n");
        }
    }

    @Test
    void shouldCancelALoginWhenItWasReplacedInTheMiddleOfIt() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED)) {
            scene.client("a1 AUTHENTICATE PLAIN\r\n").server("+ \r\n").serverSees("a1 AUTHENTICATE PLAIN\r\n");
            scene.clientSees("+ \r\n").leave(guard, 1).join(guard(ALL), 2);
            scene.client("AGEAYg==\r\n").serverSees("*\r\n").server("a1 BAD cancelled\r\n");
            scene.clientSees("a1 NO [UNAVAILABLE] posthouse: an interceptor was replaced\r\n");
        }
    }

    @Test
    void shouldGoOnWithoutItWhenItFailsOpen() {
        Meddler audit = guard(ALL);
        try (Scene scene = Scene.with(audit, FailureMode.OPEN)) {
            scene.leave(audit, 1).client("a1 NOOP\r\n").serverSees("a1 NOOP\r\n");
        }
    }

    @Test
    void shouldHoldEvenSoWhenItIsRequired() {
        Meddler audit = guard(ALL);
        try (Scene scene = Scene.with(audit, FailureMode.OPEN, "interceptors", "meddler")) {
            scene.leave(audit, 1).client("a1 NOOP\r\n").serverSees("");
        }
    }

    @Test
    void shouldGoOnWithoutItWhenItIsTakenOutOfTheConfiguration() {
        Meddler guard = guard(ALL);
        try (Scene scene = Scene.with(guard, FailureMode.CLOSED, "interceptors", "meddler")) {
            scene.leave(guard, 1).client("a1 NOOP\r\n").serverSees("");
            scene.configure("interceptors", "*").serverSees("a1 NOOP\r\n");
        }
    }

    @Test
    void shouldAskForTheInterestAnewWhenItsPropertiesChange() {
        Meddler audit = guard(Interest.none());
        try (Scene scene = Scene.with(audit, FailureMode.CLOSED)) {
            scene.client("a1 DELETE x\r\n").serverSees("a1 DELETE x\r\n");
            scene.modified(audit.wants(ALL), 1).client("a2 DELETE x\r\n").serverSees("");
            scene.modified(audit.wants(Interest.of().commands(CommandName.CHECK).build()), 1);
            scene.server("a1 OK\r\n").clientSees("a1 OK\r\na2 NO posthouse: forbidden\r\n");
            scene.client("a3 DELETE x\r\n").serverSees("a3 DELETE x\r\n");
            scene.modified(audit.wants(Interest.none()), 1);
            assertEquals(List.of("attach", "command DELETE", "detach LEFT_CHAIN"), audit.calls());
        }
    }

    @Test
    void shouldKeepNothingOfItAliveWhenItHasLeftAnIdleSession() {
        Meddler stays = Meddler.at(Interest.none());
        try (Scene scene = Scene.with(stays, FailureMode.OPEN)) {
            WeakReference<Meddler> left = used(scene);
            for (int i = 0; left.get() != null && i < 100; i++) {
                System.gc();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            assertNull(left.get(), "something keeps the interceptor alive");
        }
    }

    /** One that saw a command, a literal and a response, awaited a timer, and has left. */
    private static WeakReference<Meddler> used(Scene scene) {
        Interest much = Interest.of()
                .anyCommand(Literals.observe())
                .anyResponse()
                .sent()
                .events()
                .build();
        Meddler guard = new Meddler("other", much).onCommand((s, c) -> {
            s.after(Duration.ofHours(1)).thenRun(() -> s.interest(much));
            return CommandVerdict.pass();
        });
        scene.join(guard, 2)
                .pump()
                .client("a1 APPEND x {3}\r\n")
                .server("+ go\r\n")
                .client("abc\r\n");
        scene.server("a1 OK done\r\n").leave(guard, 2);
        return new WeakReference<>(guard);
    }

    private static Meddler guard(Interest interest) {
        return Meddler.at(interest)
                .onCommand((s, c) ->
                        c.name().equals(CommandName.DELETE) ? CommandVerdict.no("forbidden") : CommandVerdict.pass());
    }
}
