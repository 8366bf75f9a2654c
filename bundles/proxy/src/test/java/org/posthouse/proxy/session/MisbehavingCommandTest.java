package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.config.FailureMode;

/** Interceptors that misbehave at a command, failing open and closed: what the client saw, and what the server saw. */
@Tag("embedded")
class MisbehavingCommandTest {

    private static final Interest COMMANDS = Interest.of().anyCommand().data().build();
    private static final Duration DEFERRAL = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItThrows(FailureMode mode) {
        Meddler throwing = Meddler.at(COMMANDS).onCommand((s, c) -> {
            throw new AssertionError("on purpose");
        });
        try (Scene scene = Scene.with(throwing, mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
            scene.client("a2 CHECK\r\n").decides("a2 CHECK\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItReturnsNull(FailureMode mode) {
        try (Scene scene = Scene.with(Meddler.at(COMMANDS).onCommand((s, c) -> nothing()), mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItDefersForEver(FailureMode mode) {
        Meddler silent = Meddler.at(COMMANDS).onCommand((s, c) -> CommandVerdict.defer(new CompletableFuture<>()));
        try (Scene scene = Scene.with(silent, mode)) {
            scene.client("a1 NOOP\r\na2 CHECK\r\n").serverSees("").clientSees("");
            scene.server("* 1 EXISTS\r\n").clientSees("* 1 EXISTS\r\n");
            scene.pass(DEFERRAL).decides("a1 NOOP\r\n");
            scene.pass(DEFERRAL).decides("a2 CHECK\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldIgnoreItsVerdictWhenThatComesTooLate(FailureMode mode) {
        CompletableFuture<CommandVerdict.Decided> late = new CompletableFuture<>();
        Meddler slow = Meddler.at(COMMANDS).onCommand((s, c) -> CommandVerdict.defer(late));
        try (Scene scene = Scene.with(slow, mode)) {
            scene.client("a1 NOOP\r\n").pass(DEFERRAL).decides("a1 NOOP\r\n");
            late.complete(CommandVerdict.no("too late"));
            scene.pump().serverSees("").clientSees("");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActOnTheFirstVerdictWhenItCompletesTwice(FailureMode mode) {
        Meddler twice = Meddler.at(COMMANDS)
                .onCommand((s, c) -> CommandVerdict.defer(new Twice(CommandVerdict.pass(), CommandVerdict.no("also"))));
        try (Scene scene = Scene.with(twice, mode)) {
            scene.client("a1 NOOP\r\n").serverSees("a1 NOOP\r\n").clientSees("");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldReplyOnceWhenItRepliesTwice(FailureMode mode) {
        Meddler twice = Meddler.at(COMMANDS)
                .onCommand(
                        (s, c) -> CommandVerdict.defer(new Twice(CommandVerdict.no("one"), CommandVerdict.no("two"))));
        try (Scene scene = Scene.with(twice, mode)) {
            scene.client("a1 NOOP\r\n").serverSees("").clientSees("a1 NO posthouse: one\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItSaysATaggedResultBesidesItsReply(FailureMode mode) {
        Meddler eager = Meddler.at(COMMANDS).onCommand((s, c) -> {
            s.untagged(Message.response(Octets.of(c.tag() + " OK done\r\n"), Reading.TOLERANT));
            return CommandVerdict.no("never said");
        });
        try (Scene scene = Scene.with(eager, mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldGoOnWhenItCompletesOnAnotherThread(FailureMode mode) throws InterruptedException {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        Meddler elsewhere = Meddler.at(COMMANDS).onCommand((s, c) -> CommandVerdict.defer(later));
        try (Scene scene = Scene.with(elsewhere, mode)) {
            scene.client("a1 NOOP\r\n").serverSees("");
            Thread other = new Thread(() -> later.complete(CommandVerdict.pass()));
            other.start();
            other.join();
            scene.pump().serverSees("a1 NOOP\r\n").clientSees("");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenADeferredVerdictFails(FailureMode mode) {
        Meddler failing = Meddler.at(COMMANDS)
                .onCommand((s, c) -> CommandVerdict.defer(CompletableFuture.failedFuture(new Exception("no"))));
        try (Scene scene = Scene.with(failing, mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenADeferredVerdictIsNull(FailureMode mode) {
        Meddler failing =
                Meddler.at(COMMANDS).onCommand((s, c) -> CommandVerdict.defer(new Twice(nothing(), nothing())));
        try (Scene scene = Scene.with(failing, mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldThrowWhenAViewIsKeptBeyondItsCall(FailureMode mode) {
        List<CommandView> kept = new ArrayList<>();
        List<Message> detached = new ArrayList<>();
        Meddler hoarding = Meddler.at(COMMANDS).onCommand((s, c) -> {
            kept.add(c);
            detached.add(c.message());
            return CommandVerdict.pass();
        });
        try (Scene scene = Scene.with(hoarding, mode)) {
            scene.client("a1 NOOP\r\na2 CHECK\r\n").serverSees("a1 NOOP\r\na2 CHECK\r\n");
            kept.forEach(view -> assertThrows(IllegalStateException.class, view::text));
            kept.forEach(view -> assertThrows(IllegalStateException.class, view::message));
            assertEquals("a1 NOOP\r\n", detached.get(0).octets().latin1());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,   a1 NOOP|a2 DELETE x|",
        "CLOSED, a1 NOOP|a2 DELETE x|",
        "OPEN,   b7 NOOP|",
        "CLOSED, b7 NOOP|",
        "OPEN,   a1 NOOP",
        "CLOSED, a1 NOOP",
        "OPEN,   a1|",
        "CLOSED, a1|",
        "OPEN,   a1 CREATE {3}|x|",
        "CLOSED, a1 CREATE {3}|x|",
        "OPEN,   a1 NOOP {3+}|abc|",
        "CLOSED, a1 NOOP {3+}|abc|"
    })
    void shouldActByItsModeWhenItRewritesIntoInvalidSyntax(FailureMode mode, String octets) {
        Octets made = Octets.owning(octets.replace("|", "\r\n").getBytes(ISO_8859_1));
        Meddler wild = Meddler.at(COMMANDS)
                .onCommand((s, c) -> CommandVerdict.rewrite(Message.command(made, Reading.TOLERANT)));
        try (Scene scene = Scene.with(wild, mode)) {
            scene.client("a1 CHECK\r\n").decides("a1 CHECK\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItAnswersDoneWithAReply(FailureMode mode) {
        Meddler stubborn = Meddler.at(COMMANDS).onData((s, d) -> CommandVerdict.no("stay"));
        try (Scene scene = Scene.with(stubborn, mode)) {
            scene.client("a1 IDLE\r\n")
                    .serverSees("a1 IDLE\r\n")
                    .server("+ go\r\n")
                    .clientSees("+ go\r\n");
            scene.client("DONE\r\n");
            if (mode == FailureMode.OPEN) {
                scene.serverSees("DONE\r\n");
            } else {
                scene.serverSees("").ended();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldEndItsPartOrTheSessionWhenItFailsThreeTimes(FailureMode mode) {
        Meddler throwing = Meddler.at(COMMANDS).onCommand((s, c) -> {
            throw new IllegalStateException("on purpose");
        });
        try (Scene scene = Scene.with(throwing, mode)) {
            scene.client("a1 NOOP\r\n").decides("a1 NOOP\r\n");
            scene.client("a2 NOOP\r\n").decides("a2 NOOP\r\n");
            scene.client("a3 NOOP\r\n");
            if (mode == FailureMode.OPEN) {
                scene.serverSees("a3 NOOP\r\n").client("a4 NOOP\r\n").serverSees("a4 NOOP\r\n");
                assertEquals(
                        List.of("command NOOP", "command NOOP", "command NOOP", "detach FAILED"), throwing.calls());
            } else {
                scene.serverSees("")
                        .clientSees("a3 NO [UNAVAILABLE] " + Scene.FAILED + "* BYE [UNAVAILABLE] " + Scene.FAILED)
                        .ended();
                assertTrue(throwing.calls().contains("detach SESSION_CLOSED"), () -> throwing.calls()
                        .toString());
            }
        }
    }

    /** A verdict that isn't one. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    /** Completes with one verdict, and then with another one. */
    private static final class Twice extends CompletableFuture<CommandVerdict.Decided> {

        private final CommandVerdict.Decided first;
        private final CommandVerdict.Decided second;

        Twice(CommandVerdict.Decided first, CommandVerdict.Decided second) {
            this.first = first;
            this.second = second;
        }

        @Override
        @SuppressWarnings("NullAway")
        public CompletableFuture<CommandVerdict.Decided> whenComplete(
                BiConsumer<? super CommandVerdict.Decided, ? super Throwable> action) {
            action.accept(first, null);
            action.accept(second, null);
            return this;
        }
    }
}
