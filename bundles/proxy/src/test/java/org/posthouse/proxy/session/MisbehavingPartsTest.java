package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.intercept.Bytes;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.proxy.config.FailureMode;
import org.slf4j.LoggerFactory;

/** Interceptors that misbehave with literals, with time and by leaving, failing open and closed. */
@Tag("embedded")
class MisbehavingPartsTest {

    private static final Duration LEAVING = Duration.ofSeconds(2);
    private static final CommandName APPEND = CommandName.APPEND;
    private static final String BLOCKED = "event=blocked";

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldRefuseWhenItBuffersMoreThanItsBudget(FailureMode mode) {
        Interest whole = Interest.of()
                .commands(Literals.buffer(Literals.Buffer.MOST, Literals.WhenLarger.REFUSE), APPEND)
                .build();
        try (Scene scene = Scene.with(Meddler.at(whole), mode, "interceptor.meddler.budget", "64KiB")) {
            scene.client("a1 APPEND x {100000+}\r\n" + "x".repeat(100_000) + "\r\na2 NOOP\r\n");
            scene.serverSees("a2 NOOP\r\n");
            scene.server("a2 OK\r\n").clientSeesLimit("a1", "a2 OK\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldShowPartsOrRefuseTheInterestWhenItWantsLargerOnesToPass(FailureMode mode) {
        Interest whole = Interest.of()
                .commands(Literals.buffer(1024, Literals.WhenLarger.PASS), APPEND)
                .build();
        Meddler lax = Meddler.at(whole);
        try (Scene scene = Scene.with(lax, mode)) {
            scene.client("a1 APPEND x {2000}\r\n");
            if (mode == FailureMode.OPEN) {
                scene.serverSees("a1 APPEND x {2000}\r\n");
                assertEquals(List.of("command APPEND"), lax.calls());
            } else {
                // It never got a seat: nothing that it should have judged passes.
                scene.serverSees("").clientSees("a1 NO [UNAVAILABLE] posthouse: an interceptor is not available\r\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItThrowsInTheMiddleOfALiteral(FailureMode mode) {
        Meddler throwing = Meddler.at(
                        Interest.of().commands(Literals.observe(), APPEND).build())
                .onLiteral((l, chunk, last) -> {
                    throw new IllegalStateException("on purpose");
                });
        try (Scene scene = Scene.with(throwing, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").serverSees("a1 APPEND x {6}\r\n");
            scene.clientSees("+ go\r\n").client("abc");
            if (mode == FailureMode.OPEN) {
                scene.client("def\r\n").serverSees("abcdef\r\n");
            } else {
                scene.serverSees("").ended();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldThrowWhenAChunkIsKeptBeyondItsCall(FailureMode mode) {
        List<Bytes> kept = new ArrayList<>();
        Meddler hoarding = Meddler.at(
                        Interest.of().commands(Literals.observe(), APPEND).build())
                .onLiteral((l, chunk, last) -> kept.add(chunk));
        try (Scene scene = Scene.with(hoarding, mode)) {
            scene.client("a1 APPEND x {3}\r\n").server("+ go\r\n").client("abc\r\n");
            scene.serverSees("a1 APPEND x {3}\r\nabc\r\n");
            assertEquals(1, kept.size());
            assertThrows(IllegalStateException.class, () -> kept.get(0).at(0));
            assertThrows(IllegalStateException.class, () -> kept.get(0).copy());
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldEndTheConnectionWhenItReplacesALiteralByTooLittle(FailureMode mode) {
        Meddler short1 = resizing(8).onLiteral((l, chunk, last) -> l.replace(chunk.copy()));
        try (Scene scene = Scene.with(short1, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").serverSees("a1 APPEND x {8}\r\n");
            scene.client("abcdef\r\n").ended();
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldSendWhatWasAnnouncedAnewWhenItReplacesALiteral(FailureMode mode) {
        Meddler doubling = resizing(12).onLiteral((l, chunk, last) -> {
            l.replace(chunk.copy());
            l.replace(chunk.copy());
        });
        try (Scene scene = Scene.with(doubling, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").serverSees("a1 APPEND x {12}\r\n");
            scene.client("abc").client("def\r\n").serverSees("abcabcdefdef\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldFinishTheLiteralWhenItLeavesInTheMiddleOfIt(FailureMode mode) {
        Meddler leaving =
                Meddler.at(Interest.of().commands(Literals.observe(), APPEND).build());
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").client("abc");
            scene.leave(leaving, 1).client("def\r\n").serverSees("a1 APPEND x {6}\r\nabcdef\r\n");
            assertEquals(List.of("command APPEND", "literal 3", "literal 3.", "detach LEFT_CHAIN"), leaving.calls());
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldGoOnWithoutItOrEndWhenItLeavesAndTheLiteralTakesTooLong(FailureMode mode) {
        Meddler leaving =
                Meddler.at(Interest.of().commands(Literals.observe(), APPEND).build());
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").client("abc");
            scene.serverSees("a1 APPEND x {6}\r\nabc").leave(leaving, 1).pass(LEAVING);
            assertEquals(
                    "detach LEFT_CHAIN", leaving.calls().get(leaving.calls().size() - 1));
            scene.client("def\r\n");
            if (mode == FailureMode.OPEN) {
                scene.serverSees("def\r\n");
            } else {
                scene.serverSees("").ended();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldEndWhenItLeavesAndALiteralThatItReplacesTakesTooLong(FailureMode mode) {
        Meddler leaving = resizing(6).onLiteral((l, chunk, last) -> l.replace(chunk.copy()));
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 APPEND x {6}\r\n").server("+ go\r\n").client("abc");
            scene.serverSees("a1 APPEND x {6}\r\nabc").leave(leaving, 1).pass(LEAVING);
            scene.client("def\r\n").serverSees("").ended();
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldHonourItsVerdictWhenItComesWhileItLeaves(FailureMode mode) {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        Meddler leaving =
                Meddler.at(Interest.of().anyCommand().build()).onCommand((s, c) -> CommandVerdict.defer(later));
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 NOOP\r\n").leave(leaving, 1).serverSees("");
            later.complete(CommandVerdict.no("no"));
            scene.pump().serverSees("").clientSees("a1 NO posthouse: no\r\n");
            assertEquals(List.of("command NOOP", "detach LEFT_CHAIN"), leaving.calls());
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItLeavesAndItsVerdictDoesNotCome(FailureMode mode) {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        Meddler leaving =
                Meddler.at(Interest.of().anyCommand().build()).onCommand((s, c) -> CommandVerdict.defer(later));
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 NOOP\r\n").leave(leaving, 1).pass(LEAVING);
            if (mode == FailureMode.OPEN) {
                scene.serverSees("a1 NOOP\r\n").clientSees("");
            } else {
                scene.serverSees("").clientSees("a1 NO [UNAVAILABLE] posthouse: an interceptor left\r\n");
            }
            later.complete(CommandVerdict.no("no"));
            scene.pump().serverSees("").clientSees("");
            assertEquals(List.of("command NOOP", "detach LEFT_CHAIN"), leaving.calls());
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldWaitForTheResultWhenItLeavesAndAwaitsThat(FailureMode mode) {
        Meddler leaving = awaiting();
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 NOOP\r\n").serverSees("a1 CHECK\r\n").leave(leaving, 1);
            assertEquals(List.of("command NOOP"), leaving.calls());
            scene.server("a1 OK\r\n").clientSees("a1 OK\r\n");
            assertEquals(List.of("command NOOP", "detach LEFT_CHAIN"), leaving.calls());
        }
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldDetachOrEndWhenItLeavesAndTheResultDoesNotCome(FailureMode mode) {
        Meddler leaving = awaiting();
        try (Scene scene = Scene.with(leaving, mode)) {
            scene.client("a1 NOOP\r\n")
                    .serverSees("a1 CHECK\r\n")
                    .leave(leaving, 1)
                    .pass(LEAVING);
            assertEquals(List.of("command NOOP", "detach LEFT_CHAIN"), leaving.calls());
            if (mode == FailureMode.OPEN) {
                scene.server("a1 OK\r\n").clientSees("a1 OK\r\n");
            } else {
                scene.clientSees("* BYE [UNAVAILABLE] posthouse: an interceptor left\r\n")
                        .ended();
            }
        }
    }

    private static Meddler awaiting() {
        Message check = Message.command(Octets.of("a1 CHECK\r\n"), Reading.TOLERANT);
        return Meddler.at(Interest.of().anyCommand().build())
                .onCommand((s, c) -> CommandVerdict.rewrite(check).awaitResult());
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldSayWhoBlocksWhenItBlocksTheLoop(FailureMode mode) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("org.posthouse.proxy.chain.Watchdog");
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        log.start();
        logger.addAppender(log);
        Meddler blocking = Meddler.at(Interest.of().anyCommand().build()).onCommand((s, c) -> {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (messages(log).noneMatch(m -> m.contains(BLOCKED)) && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return CommandVerdict.pass();
        });
        try (Scene scene = Scene.with(blocking, mode)) {
            scene.client("a1 NOOP\r\n").serverSees("a1 NOOP\r\n").clientSees("");
            String line =
                    messages(log).filter(m -> m.contains(BLOCKED)).findFirst().orElse("");
            assertTrue(line.contains("interceptor=meddler"), line);
            assertTrue(line.contains("MisbehavingPartsTest"), line);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
    }

    private static Stream<String> messages(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage);
    }

    private static Meddler resizing(int length) {
        return Meddler.at(Interest.of().commands(Literals.resize(), APPEND).build())
                .onCommand((s, c) -> CommandVerdict.rewrite(announced(c, length)));
    }

    private static Message announced(CommandView command, int length) {
        Message message = command.message();
        Token.Literal literal =
                message.tokens().value().orElseThrow().literals().get(0);
        return message.rewrite(WriteLimits.PLAIN)
                .announce(literal, length, true)
                .message();
    }
}
