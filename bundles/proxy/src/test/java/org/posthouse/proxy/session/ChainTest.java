package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.tls.Configured;

/** What interceptors see of a session, when they come, go and fail. */
@Tag("embedded")
class ChainTest {

    private static final String OBSERVE = InterceptorFactory.OBSERVE;
    private static final String MUTATE = InterceptorFactory.MUTATE;

    private final InterceptorTracker tracker = new InterceptorTracker();

    @Test
    void shouldShowAllFourDirectionsWhenEverythingIsWanted() {
        Recorder all = bind(new Recorder("all", Interest.everything()), 1, OBSERVE);
        session(s -> {
            server(s, "* OK [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] hi\r\n");
            client(s, "a1 NOOP\r\na2 COMPRESS DEFLATE\r\n");
            server(s, "* 1 FETCH (BODY[] {3}\r\nabc FLAGS ())\r\na1 OK done\r\n");
            assertEquals(
                    List.of(
                            "all attach",
                            "all response OK S→P * OK [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] hi",
                            "all sent ours P→C * OK [CAPABILITY IMAP4rev1] hi",
                            "all event Greeted",
                            "all command NOOP/a1#1 C→P a1 NOOP",
                            "all sent P→S a1 NOOP",
                            "all command COMPRESS/a2#2 C→P a2 COMPRESS DEFLATE",
                            "all response FETCH S→P * 1 FETCH (BODY[] {3} …",
                            "all sent P→C * 1 FETCH (BODY[] {3} …",
                            "all tail S→P  FLAGS ())",
                            "all sent P→C  FLAGS ())",
                            "all response OK of NOOP#1 S→P a1 OK done",
                            "all sent P→C a1 OK done",
                            "all response BAD of COMPRESS#2 S→P"
                                    + " a2 BAD posthouse: COMPRESS is not available through this proxy",
                            "all sent ours P→C a2 BAD posthouse: COMPRESS is not available through this proxy"),
                    all.seen());
            all.seen().clear();
        });
        assertEquals(List.of("all event Closing", "all detach SESSION_CLOSED"), all.seen());
    }

    @Test
    void shouldShowCommandAndAnswerWhenTheProxyRefusesIt() {
        Recorder all = bind(new Recorder("all", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            all.seen().clear();
            client(s, "a1 COMPRESS DEFLATE\r\na2 AUTHENTICATE EXTERNAL =\r\na3 NOOP\r\n");
            assertEquals(
                    List.of(
                            "all command COMPRESS/a1#1 C→P a1 COMPRESS DEFLATE",
                            "all response BAD of COMPRESS#1 S→P"
                                    + " a1 BAD posthouse: COMPRESS is not available through this proxy",
                            "all sent ours P→C a1 BAD posthouse: COMPRESS is not available through this proxy",
                            "all command AUTHENTICATE/a2#2 C→P a2 AUTHENTICATE EXTERNAL ***",
                            "all response NO of AUTHENTICATE#2 S→P a2 NO [CANNOT] posthouse: EXTERNAL can't pass a proxy",
                            "all sent ours P→C a2 NO [CANNOT] posthouse: EXTERNAL can't pass a proxy",
                            "all command NOOP/a3#3 C→P a3 NOOP",
                            "all sent P→S a3 NOOP"),
                    all.seen());
        });
    }

    @Test
    void shouldPassCommandsInOrderAndResponsesInReverseWhenThereAreSeveral() {
        List<String> seen = new ArrayList<>();
        Interest both = Interest.of().anyCommand().anyResponse().build();
        bind(new Recorder("second", both, seen), 1, OBSERVE);
        bind(new Recorder("first", both, seen), 2, OBSERVE);
        session(
                s -> {
                    greet(s);
                    seen.clear();
                    client(s, "a1 NOOP\r\n");
                    server(s, "a1 OK done\r\n");
                    assertEquals(
                            List.of(
                                    "first command NOOP/a1#1 C→P a1 NOOP", "second command NOOP/a1#1 C→P a1 NOOP",
                                    "second response OK of NOOP#1 S→P a1 OK done",
                                            "first response OK of NOOP#1 S→P a1 OK done"),
                            seen);
                },
                "interceptors",
                "first, second");
    }

    @Test
    void shouldShowOnlyWhatWasAskedForWhenTheInterestIsNarrow() {
        Recorder narrow = bind(
                new Recorder(
                        "narrow",
                        Interest.of()
                                .commands(CommandName.of("SELECT"))
                                .responses(ResponseName.of("EXISTS"))
                                .build()),
                1,
                OBSERVE);
        Recorder none = bind(new Recorder("none", Interest.none()), 2, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\na2 SELECT {3+}\r\nfoo\r\n");
            server(s, "+ go\r\n");
            server(s, "* 1 EXISTS\r\n* 1 RECENT\r\na1 OK done\r\n");
            assertEquals(
                    List.of(
                            "narrow attach",
                            "narrow command SELECT/a2#2 C→P a2 SELECT {3+} …",
                            "narrow tail C→P ",
                            "narrow response EXISTS S→P * 1 EXISTS"),
                    narrow.seen());
            assertEquals(List.of(), none.seen());
        });
    }

    @Test
    void shouldShowNothingOfWhatHasBegunWhenAnInterceptorJoins() {
        Recorder late = new Recorder("late", Interest.everything());
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\na2 APPEND x {3+}\r\na");
            server(s, "* 1 FETCH (BODY[] {3}\r\na");
            bind(late, 1, OBSERVE);
            s.pump();
            client(s, "bc\r\n");
            server(s, "bc FLAGS ())\r\na1 OK done\r\n");
            assertEquals(
                    List.of("late attach", "late response OK S→P a1 OK done", "late sent P→C a1 OK done"), late.seen());
            late.seen().clear();
            client(s, "a3 NOOP\r\n");
            server(s, "a3 OK done\r\n");
            assertEquals(
                    "late response OK of NOOP#3 S→P a3 OK done", late.seen().get(2));
        });
    }

    @Test
    void shouldNotShowDoneWhenAnInterceptorJoinedInIdle() {
        Recorder late = new Recorder("late", Interest.of().anyCommand().build());
        session(s -> {
            greet(s);
            client(s, "a1 IDLE\r\n");
            server(s, "+ idling\r\n");
            bind(late, 1, OBSERVE);
            s.pump();
            client(s, "DONE\r\n");
            server(s, "a1 OK done\r\n");
            assertEquals(List.of("late attach"), late.seen());
        });
    }

    @Test
    void shouldSeeNothingMoreWhenAnInterceptorHasLeft() {
        Recorder leaving = bind(new Recorder("leaving", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 APPEND x {3+}\r\na");
            tracker.unbind(leaving, leaving.properties(1, OBSERVE));
            s.pump();
            assertEquals(
                    "leaving detach LEFT_CHAIN",
                    leaving.seen().get(leaving.seen().size() - 1));
            leaving.seen().clear();
            client(s, "bc\r\n");
            server(s, "a1 OK done\r\n");
            assertEquals(List.of(), leaving.seen());
        });
        assertEquals(List.of(), leaving.seen());
    }

    @Test
    void shouldThrowWhenAViewIsUsedAfterItsCall() {
        Recorder all = bind(new Recorder("all", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 LOGIN {1+}\r\nu p\r\n");
            server(s, "+ go\r\n");
            server(s, "a1 OK done\r\n");
            assertTrue(all.views().size() > 6);
            all.views().forEach(v -> {
                assertThrows(IllegalStateException.class, v::text);
                assertThrows(IllegalStateException.class, v::bytes);
                assertThrows(IllegalStateException.class, v::complete);
            });
        });
    }

    @Test
    void shouldGoOnWhenAnOpenInterceptorFails() {
        Recorder failing = bind(new Recorder("failing", Interest.everything()).failingAt("NOOP"), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\n");
            assertEquals("a1 NOOP\r\n", taken(s.server()));
            server(s, "a1 OK done\r\n");
            assertEquals("a1 OK done\r\n", taken(s.client()));
            assertTrue(failing.seen().size() > 3);
        });
    }

    @Test
    void shouldRefuseTheCommandWhenAClosedInterceptorFailsAtIt() {
        bind(new Recorder("failing", Interest.everything()).failingAt("command NOOP"), 1, MUTATE);
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\n");
            assertEquals("", taken(s.server()));
            assertEquals("a1 NO [UNAVAILABLE] posthouse: an interceptor failed\r\n", taken(s.client()));
            assertTrue(s.client().channel().isOpen());
        });
    }

    @Test
    void shouldForwardNothingOfAResponseWhenAClosedInterceptorFailsAtIt() {
        bind(new Recorder("failing", Interest.of().anyResponse().build()).failingAt("FETCH"), 1, MUTATE);
        session(s -> {
            greet(s);
            server(s, "* 1 FETCH (BODY[] {6}\r\nsecret)\r\n");
            assertEquals("* BYE [UNAVAILABLE] posthouse: an interceptor failed\r\n", taken(s.client()));
            assertFalse(s.client().channel().isOpen());
        });
    }

    @Test
    void shouldResetWhenAClosedInterceptorFailsBehindALiteral() {
        bind(new Recorder("failing", Interest.of().anyResponse().build()).failingAt("tail"), 1, MUTATE);
        session(s -> {
            greet(s);
            server(s, "* 1 FETCH (BODY[] {3}\r\nabc BODY[2] {3}\r\ndef)\r\n");
            assertEquals("* 1 FETCH (BODY[] {3}\r\nabc", taken(s.client()));
            assertTrue(s.client().channel().reset());
        });
    }

    @Test
    void shouldSendNothingWhenAClosedInterceptorFailsAtWhatLeaves() {
        bind(new Recorder("failing", Interest.of().sent().build()).failingAt("NOOP"), 1, MUTATE);
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\na2 NOOP\r\n");
            assertEquals("", taken(s.server()));
            assertEquals("* BYE [UNAVAILABLE] posthouse: an interceptor failed\r\n", taken(s.client()));
        });
    }

    @Test
    void shouldRefuseSessionsWhenARequiredInterceptorIsMissing() {
        session(
                s -> {
                    assertEquals(
                            "* BYE [UNAVAILABLE] posthouse: a required interceptor is missing\r\n", taken(s.client()));
                    assertFalse(s.client().channel().isOpen());
                },
                "interceptors",
                "guard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Geheim77x", "AGFsaWNlAEdlaGVpbTc3eA==", "Geheim77x please", "a LOGIN alice Geheim77x"})
    void shouldHideWhateverTheClientSendsOutOfStepWhenItIsNotLoggedIn(String line) {
        Recorder trace = bind(new Recorder("trace", Interest.everything()), 1, OBSERVE);
        session(s -> {
            server(s, "* OK hi\r\n");
            client(s, line + "\r\n");
            server(s, line.split(" ")[0] + " BAD what\r\n");

            String seen = trace.seen().stream()
                    .map(shown -> shown.replaceFirst("^.*→", ""))
                    .collect(Collectors.joining("\n"));
            assertFalse(seen.contains("Geheim") || seen.contains("AGFs"), seen);
            assertTrue(seen.contains("BAD"), seen);
        });
    }

    @Test
    void shouldSendNoOctetOfALiteralWhenSomebodyLooksAndTheServerRefusesTheCommand() {
        bind(new Recorder("trace", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 SETACL {16+}\r\na2 CREATE evil\r\n {2+}\r\nab\r\nzz9 NOOP\r\n");
            assertEquals("a1 SETACL {16}\r\n", taken(s.server()));

            server(s, "a1 BAD Unknown command\r\n");

            assertEquals("a1 BAD Unknown command\r\n", taken(s.client()));
            assertEquals("zz9 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldKeepTheContinuationWhenTheClientDidNotWaitForIt() {
        bind(new Recorder("trace", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 RENAME {1+}\r\nx {1+}\r\ny\r\na2 NOOP\r\n");
            assertEquals("a1 RENAME {1}\r\n", taken(s.server()));
            server(s, "+ go\r\n");
            assertEquals("x {1}\r\n", taken(s.server()));
            server(s, "+ go\r\n");

            assertEquals("y\r\na2 NOOP\r\n", taken(s.server()));
            server(s, "a1 OK\r\na2 OK\r\n");
            assertEquals("a1 OK\r\na2 OK\r\n", taken(s.client()));
        });
    }

    @Test
    void shouldGoOnWhenAnOpenInterceptorThrowsAnError() {
        Recorder failing = bind(
                new Recorder("failing", Interest.everything()) {
                    @Override
                    public Interceptor attach(org.posthouse.intercept.Session session) {
                        return new Interceptor() {
                            @Override
                            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                                throw new Error("not even an exception");
                            }

                            @Override
                            public void onDetach(DetachReason why) {
                                throw new Error("nor this");
                            }
                        };
                    }
                },
                1,
                OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 NOOP\r\na2 NOOP\r\n");
            assertEquals("a1 NOOP\r\na2 NOOP\r\n", taken(s.server()));

            tracker.unbind(failing, failing.properties(1, OBSERVE));
            s.pump();
            client(s, "a3 NOOP\r\n");
            assertEquals("a3 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldHoldCommandsWhenARequiredGuardLeaves() {
        Recorder guard = bind(
                new Recorder("guard", Interest.of().commands(CommandName.SELECT).build()), 1, MUTATE);
        session(
                s -> {
                    greet(s);
                    tracker.unbind(guard, guard.properties(1, MUTATE));
                    s.pump();
                    client(s, "a1 NOOP\r\na2 SELECT INBOX\r\n");
                    assertEquals("a1 NOOP\r\n", taken(s.server()));
                    server(s, "a1 OK\r\n");
                    assertEquals("a1 OK\r\n", taken(s.client()));
                    bind(guard, 2, MUTATE);
                    s.pump();
                    assertEquals("a2 SELECT INBOX\r\n", taken(s.server()));
                },
                "interceptors",
                "guard");
    }

    @Test
    void shouldHideCredentialsWhenTheyAreShown() {
        Recorder all = bind(new Recorder("all", Interest.everything()), 1, OBSERVE);
        session(s -> {
            greet(s);
            client(s, "a1 LOGIN user hunter2\r\na2 LOGIN \"user\" \"hunter2\"\r\n");
            client(s, "a3 LOGIN {4+}\r\nuser \"hunter2\"\r\na4 LOGIN {4+}\r\nuser {7+}\r\nhunter2\r\n");
            server(s, "+ go\r\n+ go\r\n+ go\r\n");
            client(s, "a5 AUTHENTICATE PLAIN hunter2\r\n");
            server(s, "a1 NO\r\na2 NO\r\na3 NO\r\na4 NO\r\na5 NO\r\n");
            client(s, "a6 AUTHENTICATE LOGIN\r\n");
            server(s, "+ hunter2\r\n");
            client(s, "hunter2\r\n");
            server(s, "a6 NO\r\n");
            client(s, "a7 LOGNI user hunter2\r\n");
            server(s, "+ more\r\n");
            client(s, "hunter2\r\n");
            server(s, "a7 BAD\r\n");
            assertTrue(
                    all.seen().contains("all command LOGIN/a1#1 C→P a1 LOGIN ***"),
                    all.seen().toString());
            assertTrue(all.seen().contains("all command AUTHENTICATE/a5#5 C→P a5 AUTHENTICATE PLAIN ***"));
            assertTrue(all.seen().contains("all command LOGNI/a7#7 C→P a7 LOGNI ***"));
            assertTrue(all.seen().contains("all data C→P ***"));
            client(s, "b1 LOGIN user pass\r\nGeheim77x foo\r\nb2 AUTHENTICATE Geheim78x\r\n");
            server(s, "b1 OK in\r\nGeheim77x BAD what\r\nb2 NO no\r\n");
            assertTrue(all.seen().contains("all sent P→C *** BAD what"), all.seen()::toString);
            assertFalse(all.seen().toString().contains("Geheim78x"), all.seen()::toString);
            assertFalse(all.seen().toString().contains("hunter2"), all.seen().toString());
        });
    }

    private <T extends Recorder> T bind(T recorder, long serviceId, String role) {
        tracker.bind(recorder, recorder.properties(serviceId, role));
        return recorder;
    }

    private void session(Consumer<SessionUnderTest> act, String... settings) {
        ListenerSettings configured = Configured.settings(Path.of("conf"), settings);
        try (SessionUnderTest stage = new SessionUnderTest(configured, FakeUpstream.Manner.CONNECTS, tracker)) {
            act.accept(stage);
        }
    }

    private static void greet(SessionUnderTest s) {
        server(s, "* PREAUTH hi\r\n");
        taken(s.client());
    }

    private static void client(SessionUnderTest s, String octets) {
        s.client().send(octets.getBytes(ISO_8859_1));
        s.pump();
    }

    private static void server(SessionUnderTest s, String octets) {
        s.server().send(octets.getBytes(ISO_8859_1));
        s.pump();
    }

    private static String taken(Leg leg) {
        String octets = leg.unseen();
        leg.taken(octets.length());
        return octets;
    }
}
