package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.posthouse.testkit.Failures.fails;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Reply;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** What interceptors decide, in the kit as in life. */
@Tag("embedded")
class VerdictsTest {

    private static final String REFUSED = """
            C: a1 APPEND INBOX {70000000}
            >C a1 NO [LIMIT] posthouse: too large
            >S

            C>S a2 NOOP
            S>C a2 OK
            """;

    /** Decides on APPEND. */
    private record Deciding(Function<Session, CommandVerdict> verdict) implements InterceptorFactory {

        @Override
        public Interest interest(SessionInfo info) {
            return Interest.of().commands(CommandName.APPEND).build();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {
                @Override
                public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                    return verdict.apply(session);
                }
            };
        }

        static Testkit kit(Function<Session, CommandVerdict> verdict) {
            return Testkit.with("deciding", new Deciding(verdict));
        }
    }

    private static CommandVerdict refuse() {
        return Reply.no("too large").code("LIMIT");
    }

    @Test
    void shouldShowTheReplyWhenACommandIsRefused() {
        try (Testkit kit = Deciding.kit(session -> refuse())) {
            kit.script(REFUSED);
            assertTrue(kit.dialogue().contains("deciding.onCommand → Reply"));
        }
    }

    @Test
    void shouldRefuseHoweverTheCommandIsCut() {
        Deciding.kit(session -> refuse()).everySplit().script(REFUSED);
    }

    @Test
    void shouldWaitForTheClockWhenAVerdictWaitsForIt() {
        try (Testkit kit = Deciding.kit(session ->
                CommandVerdict.defer(session.after(Duration.ofSeconds(2)).thenApply(done -> Reply.no("later"))))) {
            kit.script("""
                    C: a1 APPEND INBOX {5}
                    C2>S a1 NOOP
                    S2>C a1 OK
                    ! advance 1s
                    >C
                    ! advance 1s
                    >C a1 NO posthouse: later
                    """);
        }
    }

    @Test
    void shouldWaitForOtherThreadsWhenAVerdictComesFromThere() {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        try (Testkit kit = Deciding.kit(session -> CommandVerdict.defer(later))) {
            kit.script("C: a1 APPEND INBOX {5}\n>S\n>C");
            new Thread(() -> later.complete(CommandVerdict.pass()), "elsewhere").start();
            kit.script("""
                    >S a1 APPEND INBOX {5}
                    S>C + go
                    C>S hello
                    S>C a1 OK
                    """);
        }
    }

    @Test
    void shouldShowOwnCommandsWithTheirTags() {
        try (Testkit kit = Deciding.kit(session -> CommandVerdict.defer(session.upstream()
                .send(CommandName.NOOP, arguments -> {}, Set.of())
                .thenApply(result -> CommandVerdict.pass())))) {
            kit.script("""
                    C: a1 APPEND INBOX {5}
                    >S ${own} NOOP
                    S: * 7 EXISTS
                    >C * 7 EXISTS
                    S: ${own} OK
                    >S a1 APPEND INBOX {5}
                    S>C + go
                    C>S hello
                    S>C a1 OK
                    """);
        }
    }

    @Test
    void shouldLetALeavingOneDecideWhenItIsWaitedFor() {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        try (Testkit kit = Deciding.kit(session -> CommandVerdict.defer(later))) {
            kit.script("C: a1 APPEND INBOX {5}\n>S");
            CompletionStage<Void> leaving = kit.unplugging("deciding");
            assertFalse(leaving.toCompletableFuture().isDone());
            later.complete(Reply.no("decided while leaving"));
            kit.script(">C a1 NO posthouse: decided while leaving");
            leaving.toCompletableFuture().join();
        }
    }

    @Test
    void shouldHoldWhatAGuardWouldHaveSeenWhenItIsUnplugged() {
        try (Testkit kit = Deciding.kit(session -> CommandVerdict.pass())) {
            kit.script("""
                    ! open 1
                    ! unplug deciding
                    C: a1 APPEND INBOX {5}
                    >S
                    ! plug deciding
                    >S a1 APPEND INBOX {5}
                    S>C + go
                    C>S hello
                    S>C a1 OK
                    ! unplug deciding
                    C: a2 APPEND INBOX {5}
                    ! advance 11s
                    >C a2 NO [UNAVAILABLE] posthouse: …
                    >S
                    """);
        }
    }

    @Test
    void shouldFindADeferralThatTakesTooLong() {
        Plug slow = Plug.of("deciding", new Deciding(session -> CommandVerdict.defer(new CompletableFuture<>())))
                .setting("deferral", "1s");
        String script = """
                C: a1 APPEND INBOX {5}
                ! advance 2s
                >C a1 NO [UNAVAILABLE] posthouse: …
                >S
                """;
        fails(
                () -> {
                    try (Testkit kit = Testkit.with(slow)) {
                        kit.script(script);
                    }
                },
                "deciding gave an impossible verdict, or a deferral that failed or took too long");
        try (Testkit kit = Testkit.with(slow)) {
            kit.script(script);
            assertEquals(1, kit.failures().size());
        }
    }

    @Test
    void shouldTellAfterwardsWhetherAnExceptionWasExpected() {
        try (Testkit kit = Deciding.kit(session -> {
            throw new IllegalStateException("oh");
        })) {
            kit.script("""
                    C: a1 APPEND INBOX {5}
                    >C a1 NO [UNAVAILABLE] posthouse: …
                    >S
                    """);
            assertEquals(1, kit.failures().size());
        }
    }
}
