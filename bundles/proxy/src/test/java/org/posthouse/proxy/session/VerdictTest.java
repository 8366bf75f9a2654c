package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.view.LoginCommand;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.intercept.Reply;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/** What the session does with the verdicts of interceptors: octets, order, and what waits for what. */
@Tag("embedded")
class VerdictTest {

    private static final String MUTATE = InterceptorFactory.MUTATE;

    private final InterceptorTracker tracker = new InterceptorTracker();

    private long services;

    @Test
    void shouldReplyInOrderWhenEarlierCommandsHaveNoResult() {
        bind(new Programmed("p", commands(CommandName.DELETE)).onCommand((c, x) -> CommandVerdict.no("not that")));
        session(s -> {
            client(s, "a1 NOOP\r\na2 DELETE x\r\na3 CHECK\r\n");
            assertEquals("a1 NOOP\r\n", taken(s.server()));
            assertEquals("", taken(s.client()));
            server(s, "a1 OK\r\n");
            assertEquals("a1 OK\r\na2 NO posthouse: not that\r\n", taken(s.client()));
            assertEquals("a3 CHECK\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldReplyBetweenMessagesOnly() {
        bind(new Programmed("p", commands(CommandName.DELETE)).onCommand((c, x) -> CommandVerdict.no("not that")));
        session(s -> {
            server(s, "* 1 FETCH (BODY[] {4}\r\nab");
            client(s, "a2 DELETE x\r\n");
            assertEquals("* 1 FETCH (BODY[] {4}\r\nab", taken(s.client()));
            server(s, "cd)\r\n");
            assertEquals("cd)\r\na2 NO posthouse: not that\r\n", taken(s.client()));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void shouldNeverGrantOrForwardTheLiteralWhenACommandIsAnswered(int cut) {
        bind(new Programmed("p", commands(CommandName.APPEND))
                .onCommand((c, x) -> CommandVerdict.reply(Reply.no("too large").code("LIMIT"))));
        session(s -> {
            cut(s, "a1 APPEND x {20+}\r\na2 LOGOUT\r\na3 LOGOUT {3+}\r\nabc\r\na4 APPEND x {5}\r\n", cut);
            cut(s, "a5 CHECK\r\n", cut);
            assertEquals("a5 CHECK\r\n", taken(s.server()));
            assertEquals(
                    "a1 NO [LIMIT] posthouse: too large\r\na4 NO [LIMIT] posthouse: too large\r\n", taken(s.client()));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void shouldDecideLoginWholeBeforeAnythingGoesUpWhenItComesInLiterals(int cut) {
        List<String> users = new ArrayList<>();
        bind(new Programmed(
                        "p", Interest.of().commands(CommandName.LOGIN).events().build())
                .onCommand((c, x) -> {
                    users.add(c.view(LoginCommand.VIEW)
                            .value()
                            .orElseThrow()
                            .user()
                            .text());
                    return CommandVerdict.pass();
                })
                .onEvent(e -> users.add(e.toString())));
        unknown(s -> {
            cut(s, "a1 LOGIN {4}\r\n", cut);
            assertEquals("+ posthouse: go ahead\r\n", taken(s.client()));
            cut(s, "fred {6+}\r\nsecret\r\n", cut);
            assertEquals("a1 LOGIN {4}\r\n", taken(s.server()));
            server(s, "+ \r\n");
            assertEquals("fred {6}\r\n", taken(s.server()));
            server(s, "+ \r\n");
            assertEquals("secret\r\n", taken(s.server()));
            assertEquals("", taken(s.client()));
            server(s, "a1 OK in\r\n");
            assertEquals("a1 OK in\r\n", taken(s.client()));
            assertEquals("fred", users.get(1));
            assertEquals("Authenticated[user=Optional[fred]]", users.get(2));
            assertEquals(Optional.of("fred"), s.session().facts().user());
        });
    }

    @Test
    void shouldEndTheCommandWhenTheServerAnswersInPlaceOfAGrant() {
        unknownWith(commands(CommandName.LOGIN), s -> {
            client(s, "a1 LOGIN {4+}\r\nfred {6+}\r\nsecret\r\na2 NOOP\r\n");
            assertEquals("a1 LOGIN {4}\r\n", taken(s.server()));
            server(s, "a1 NO never\r\n");
            assertEquals("a1 NO never\r\n", taken(s.client()));
            assertEquals("a2 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldRefuseWhatIsLargerThanABufferWhenThatWasAskedFor() {
        bind(new Programmed(
                "p",
                Interest.of()
                        .commands(Literals.buffer(50, Literals.WhenLarger.REFUSE), CommandName.APPEND)
                        .build()));
        session(s -> {
            client(s, "a1 APPEND x {60}\r\n");
            client(s, "a2 APPEND x {60+}\r\n" + "y".repeat(60) + "\r\na3 APPEND x {5}\r\n");
            client(s, "hello\r\n");
            assertEquals(
                    "a1 NO [LIMIT] posthouse: command too large\r\na2 NO [LIMIT] posthouse: command too large\r\n"
                            + "+ posthouse: go ahead\r\n",
                    taken(s.client()));
            assertEquals("a3 APPEND x {5}\r\n", taken(s.server()));
            server(s, "+ go\r\n");
            assertEquals("hello\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldHoldTheClientOnlyWhenACommandIsDeferred() {
        CompletableFuture<CommandVerdict.Decided> later = new CompletableFuture<>();
        bind(new Programmed("p", commands(CommandName.SELECT)).onCommand((c, x) -> CommandVerdict.defer(later)));
        session(s -> {
            client(s, "a1 SELECT x\r\na2 NOOP\r\n");
            server(s, "* 3 EXISTS\r\n");
            assertEquals("* 3 EXISTS\r\n", taken(s.client()));
            assertEquals("", taken(s.server()));
            later.complete(CommandVerdict.pass());
            s.pump();
            assertEquals("a1 SELECT x\r\n", taken(s.server()));
            server(s, "a1 OK\r\n");
            assertEquals("a2 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldHoldTheServerOnlyWhenAResponseIsDeferred() {
        CompletableFuture<ResponseVerdict.Decided> later = new CompletableFuture<>();
        bind(new Programmed("p", Interest.of().responses(ResponseName.EXISTS).build())
                .onResponse((r, x) -> ResponseVerdict.defer(later)));
        session(s -> {
            server(s, "* 3 EXISTS\r\n* 1 RECENT\r\n* 1 FETCH (BODY[] {3}\r\na");
            client(s, "a1 NOOP\r\n");
            server(s, "bc)\r\na1 OK\r\n");
            assertEquals("a1 NOOP\r\n", taken(s.server()));
            assertEquals("", taken(s.client()));
            later.complete(ResponseVerdict.pass());
            s.pump();
            assertEquals("* 3 EXISTS\r\n* 1 RECENT\r\n* 1 FETCH (BODY[] {3}\r\nabc)\r\na1 OK\r\n", taken(s.client()));
        });
    }

    @Test
    void shouldDeliverWhatWasDeferredWhenTheServerGoesMeanwhile() {
        CompletableFuture<ResponseVerdict.Decided> later = new CompletableFuture<>();
        bind(new Programmed("p", Interest.of().responses(ResponseName.EXISTS).build())
                .onResponse((r, x) -> ResponseVerdict.defer(later)));
        session(s -> {
            server(s, "* 3 EXISTS\r\n");
            s.server().close();
            s.pump();
            assertEquals("", taken(s.client()));
            later.complete(ResponseVerdict.pass());
            s.pump();
            assertEquals(
                    "* 3 EXISTS\r\n* BYE [UNAVAILABLE] posthouse: the server closed the connection\r\n",
                    taken(s.client()));
        });
    }

    @Test
    void shouldDropAResponseWithItsLiterals() {
        bind(new Programmed("p", Interest.of().responses(ResponseName.LIST).build())
                .onResponse((r, x) -> ResponseVerdict.drop()));
        session(s -> {
            server(s, "* LIST () \"/\" {3}\r\nabc\r\n* 3 EXISTS\r\n* LIST () \"/\" x\r\n* LSUB () \"/\" x\r\n");
            assertEquals("* 3 EXISTS\r\n* LSUB () \"/\" x\r\n", taken(s.client()));
        });
    }

    @Test
    void shouldCancelTheLoginUpstreamWhenALineOfItIsAnswered() {
        bind(new Programmed(
                        "p",
                        Interest.of().commands(CommandName.AUTHENTICATE).data().build())
                .onData((d, x) -> CommandVerdict.reply(Reply.no("not you").code("AUTHENTICATIONFAILED"))));
        unknown(s -> {
            client(s, "a1 AUTHENTICATE PLAIN\r\n");
            server(s, "+ \r\n");
            taken(s.server());
            taken(s.client());
            client(s, "AGZyZWQAc2VjcmV0\r\n");
            assertEquals("*\r\n", taken(s.server()));
            server(s, "a1 BAD cancelled\r\n");
            assertEquals("a1 NO [AUTHENTICATIONFAILED] posthouse: not you\r\n", taken(s.client()));
            client(s, "a2 NOOP\r\n");
            assertEquals("a2 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldCloseWithTheCodeThatTheInterceptorChose() {
        bind(new Programmed("p", commands(CommandName.DELETE))
                .onCommand((c, x) -> new CommandVerdict.Close("enough", Optional.of("LIMIT"))));
        session(s -> {
            client(s, "a1 DELETE x\r\n");
            assertEquals("* BYE [LIMIT] posthouse: enough\r\n", taken(s.client()));
            assertEquals("", taken(s.server()));
            assertFalse(s.client().channel().isOpen());
        });
    }

    @Test
    void shouldSayUntaggedResponsesBetweenMessages() {
        Programmed p = bind(new Programmed("p", commands(CommandName.NOOP)));
        session(s -> {
            Message list = response("* LIST () \"/\" x\r\n");
            p.session().untagged(list);
            s.pump();
            assertEquals("* LIST () \"/\" x\r\n", taken(s.client()));
            server(s, "* 1 FETCH (BODY[] {3}\r\na");
            p.session().untagged(list);
            server(s, "bc)\r\n* 2 EXISTS\r\n");
            assertEquals("* 1 FETCH (BODY[] {3}\r\nabc)\r\n* LIST () \"/\" x\r\n* 2 EXISTS\r\n", taken(s.client()));
        });
    }

    @Test
    void shouldSendOwnCommandsAndKeepWhatWasClaimed() {
        Programmed p = bind(new Programmed("p", commands(CommandName.NOOP)));
        List<CommandResult> results = new ArrayList<>();
        session(s -> {
            p.session()
                    .upstream()
                    .send(
                            CommandName.STATUS,
                            w -> w.astring("x").open().atom("MESSAGES").close(),
                            Set.of(ResponseName.STATUS))
                    .thenAccept(results::add);
            s.pump();
            String sent = taken(s.server());
            String tag = sent.split(" ")[0];
            assertEquals(tag + " STATUS x (MESSAGES)\r\n", sent);
            client(s, "a1 NOOP\r\n");
            assertEquals("", taken(s.server()));
            server(s, "* STATUS {1}\r\nx (MESSAGES 3)\r\n* 4 EXISTS\r\n" + tag + " OK done\r\n");
            assertEquals("* 4 EXISTS\r\n", taken(s.client()));
            assertEquals("a1 NOOP\r\n", taken(s.server()));
            assertEquals(1, results.size());
            assertEquals(Reply.Status.OK, results.get(0).status());
            assertEquals(
                    "* STATUS {1}\r\nx (MESSAGES 3)\r\n",
                    results.get(0).claimed().get(0).octets().latin1());
        });
    }

    @Test
    void shouldSendOwnCommandsInPlaceOfTheOneBeingDecided() {
        Programmed p = new Programmed("p", commands(CommandName.MOVE));
        bind(p.onCommand((c, x) -> CommandVerdict.defer(p.session()
                .upstream()
                .send(CommandName.COPY, w -> w.atom("1").astring("x"), Set.of())
                .thenApply(copied -> CommandVerdict.reply(Reply.ok("moved"))))));
        session(s -> {
            client(s, "a1 NOOP\r\na2 MOVE 1 x\r\na3 NOOP\r\n");
            assertEquals("a1 NOOP\r\n", taken(s.server()));
            server(s, "a1 OK\r\n");
            String sent = taken(s.server());
            assertTrue(sent.endsWith(" COPY 1 x\r\n"), sent);
            server(s, "* 1 EXPUNGE\r\n" + sent.split(" ")[0] + " OK done\r\n");
            assertEquals("a1 OK\r\n* 1 EXPUNGE\r\na2 OK posthouse: moved\r\n", taken(s.client()));
            assertEquals("a3 NOOP\r\n", taken(s.server()));
        });
    }

    @Test
    void shouldFailAtOnceWhenAnOwnCommandIsNotPossibleNow() {
        Programmed p = bind(new Programmed("p", commands(CommandName.NOOP)));
        List<String> failures = new ArrayList<>();
        session(s -> {
            client(s, "a1 IDLE\r\n");
            server(s, "+ idling\r\n");
            p.session().upstream().send(CommandName.NOOP, w -> {}, Set.of()).exceptionally(e -> {
                failures.add(e.getClass().getSimpleName());
                return null;
            });
            client(s, "DONE\r\n");
            server(s, "a1 OK\r\na2 OK\r\n");
            client(s, "a2 SELECT x\r\n");
            server(s, "a2 OK\r\n");
            p.session().upstream().send(CommandName.NOOP, w -> {}, Set.of()).exceptionally(e -> {
                failures.add(e.getClass().getSimpleName());
                return null;
            });
            assertEquals(List.of("NotNow", "NotNow"), failures);
        });
    }

    @Test
    void shouldNotShowACommandWhenTheResultOfASelectIsDue() {
        List<String> seen = new ArrayList<>();
        Programmed p = new Programmed("p", commands(CommandName.STORE));
        bind(p.onCommand((c, x) -> {
            seen.add(p.session().mailbox().map(Object::toString).orElse("none"));
            return CommandVerdict.pass();
        }));
        session(s -> {
            client(s, "a1 SELECT Public\r\na2 STORE 1 FLAGS ()\r\n");
            assertEquals("a1 SELECT Public\r\n", taken(s.server()));
            assertEquals(List.of(), seen);
            server(s, "a1 OK [READ-WRITE]\r\n");
            assertEquals("a2 STORE 1 FLAGS ()\r\n", taken(s.server()));
            assertEquals(1, seen.size());
            assertTrue(seen.get(0).contains("Public"), seen.toString());
        });
    }

    @Test
    void shouldTellEventsBeforeTheResultIsShown() {
        List<String> seen = new ArrayList<>();
        bind(new Programmed(
                        "p",
                        Interest.of()
                                .responses(ResponseName.OK, ResponseName.NO)
                                .events()
                                .build())
                .onEvent(e -> seen.add(e.getClass().getSimpleName()))
                .onResponse((r, x) -> {
                    seen.add(r.text());
                    return ResponseVerdict.pass();
                }));
        session(s -> {
            seen.clear();
            client(s, "a1 SELECT x\r\n");
            server(s, "a1 OK [READ-ONLY] done\r\n");
            client(s, "a2 IDLE\r\n");
            server(s, "+ idling\r\n");
            client(s, "DONE\r\n");
            server(s, "a2 OK idled\r\n");
            client(s, "a3 SELECT y\r\n");
            server(s, "a3 NO none\r\n");
            assertEquals(
                    List.of("Selected", "a1 OK [READ-ONLY] done", "Idling", "a2 OK idled", "Unselected", "a3 NO none"),
                    seen);
        });
    }

    @Test
    void shouldChangeEveryListWhenCapabilitiesAreHiddenAndAdded() {
        bind(new Programmed(
                "p",
                Interest.of()
                        .hides(Set.of(Capability.IDLE))
                        .adds(Set.of(Capability.LITERAL_PLUS))
                        .build()));
        unknown(s -> {
            server(s, "* CAPABILITY IMAP4rev1 IDLE LITERAL- ID\r\n* OK [CAPABILITY IDLE] x\r\n");
            assertEquals("* CAPABILITY IMAP4rev1 ID LITERAL+\r\n* OK [CAPABILITY LITERAL+] x\r\n", taken(s.client()));
            client(s, "a1 IDLE\r\n");
            assertEquals("a1 BAD posthouse: IDLE is not available\r\n", taken(s.client()));
            assertEquals("", taken(s.server()));
        });
    }

    private static Interest commands(CommandName... names) {
        return Interest.of().commands(names).build();
    }

    private static Message response(String octets) {
        return Message.response(org.posthouse.imap.token.Octets.of(octets), Reading.TOLERANT);
    }

    private Programmed bind(Programmed p) {
        tracker.bind(p, p.properties(++services, MUTATE));
        return p;
    }

    private void session(Consumer<SessionUnderTest> act) {
        greeted("* PREAUTH hi\r\n", act);
    }

    private void unknown(Consumer<SessionUnderTest> act) {
        greeted("* OK hi\r\n", act);
    }

    private void unknownWith(Interest interest, Consumer<SessionUnderTest> act) {
        bind(new Programmed("p", interest));
        unknown(act);
    }

    private void greeted(String greeting, Consumer<SessionUnderTest> act) {
        try (SessionUnderTest stage =
                new SessionUnderTest(Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, tracker)) {
            server(stage, greeting);
            taken(stage.client());
            act.accept(stage);
        }
    }

    private static void cut(SessionUnderTest s, String octets, int size) {
        for (int at = 0; at < octets.length(); at += size) {
            client(s, octets.substring(at, Math.min(octets.length(), at + size)));
        }
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
