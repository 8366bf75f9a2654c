package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionPhase;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.tls.Configured;
import org.slf4j.LoggerFactory;

/** What is seen of a session from outside: its status, its listener's counters, its lines in the log. */
@Tag("embedded")
class VisitTest {

    private static final String FAILED = "imap-login: Aborted login (auth failed, 1 attempts in 0 secs): ";

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.posthouse.login");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final InterceptorTracker tracker = new InterceptorTracker();

    @BeforeEach
    void listenToTheLog() {
        log.start();
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void shouldShowHowFarItHasComeWhenAskedOnTheWay() {
        try (SessionUnderTest stage = stage()) {
            assertEquals(SessionPhase.OPENING, status(stage).phase());
            server(stage, "* OK hi\r\n");
            assertEquals(SessionPhase.NOT_AUTHENTICATED, status(stage).phase());
            client(stage, "a0 ID (\"name\" \"Mail <b>\" \"version\" \"1.2\")\r\n");
            server(stage, "a0 OK\r\n");
            client(stage, "a1 LOGIN alice secret\r\n");
            assertEquals(Optional.empty(), status(stage).user());
            server(stage, "a1 OK done\r\n");
            assertEquals(SessionPhase.AUTHENTICATED, status(stage).phase());
            client(stage, "a2 SELECT INBOX\r\n");
            server(stage, "a2 OK done\r\n");
            client(stage, "a3 IDLE\r\n");
            server(stage, "+ idling\r\n");

            SessionStatus now = status(stage);

            assertEquals("test-1", now.id());
            assertEquals(SessionPhase.SELECTED, now.phase());
            assertEquals(Optional.of("alice"), now.user());
            assertEquals(Optional.of("INBOX"), now.mailbox());
            assertEquals(Optional.of("Mail <b> 1.2"), now.clientName());
            assertEquals(Optional.empty(), now.clientTls());
            assertEquals("127.0.0.1:1", now.upstream());
            assertTrue(now.idling());
            client(stage, "DONE\r\n");
            server(stage, "a3 OK done\r\n");
            assertFalse(status(stage).idling());
            client(stage, "a4 LOGOUT\r\n");
            assertEquals(SessionPhase.LOGOUT, status(stage).phase());
        }
    }

    @Test
    void shouldCountOctetsAndCommandsWhenMessagesPass() {
        try (SessionUnderTest stage = stage()) {
            String greeting = "* PREAUTH hi\r\n";
            server(stage, greeting);
            client(stage, "a1 NOOP\r\na2 COMPRESS DEFLATE\r\n");
            server(stage, "a1 OK\r\n");

            Traffic traffic = status(stage).traffic();

            assertEquals(30, traffic.fromClients());
            assertEquals(stage.client().unseen().length(), traffic.toClients());
            assertEquals(2, traffic.commands(), "a refused one counts");
            stage.pass(Duration.ofSeconds(2));
            assertEquals(traffic, stage.listener().traffic());
        }
    }

    @Test
    void shouldKeepWhatSessionsDidWhenTheyAreGone() {
        SessionUnderTest stage = stage();
        try (stage) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN alice secret\r\n");
            server(stage, "a1 NO [AUTHENTICATIONFAILED] no\r\n");
            client(stage, "a2 LOGIN alice secret\r\n");
            server(stage, "a2 OK\r\n");
        }
        assertEquals(new Visits(1, 1, 1), stage.listener().visitStatus());
        assertEquals(2, stage.listener().traffic().commands());
        assertEquals(46, stage.listener().traffic().fromClients());
    }

    @Test
    void shouldNotCountAnInterceptorsOwnCommandAsTheClients() {
        Meddler curious = Meddler.at(Interest.of().commands(CommandName.CHECK).build())
                .onCommand((s, c) -> CommandVerdict.defer(s.upstream()
                        .send(CommandName.NOOP, to -> {}, Set.of())
                        .thenApply(result -> CommandVerdict.pass())));
        tracker.bind(curious, curious.properties(1, FailureMode.OPEN));
        try (SessionUnderTest stage = stage()) {
            server(stage, "* PREAUTH hi\r\n");
            client(stage, "a1 CHECK\r\n");
            assertEquals(1, status(stage).traffic().commands());
            assertEquals(List.of("meddler"), status(stage).chain());
        }
    }

    @Test
    void shouldWriteALineAtLoginAndOneAtTheEnd() {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==\r\n");
            server(stage, "a1 OK\r\n");
            client(stage, "a2 LOGOUT\r\n");
            server(stage, "* BYE\r\na2 OK\r\n");
            stage.client().close();
            stage.pump();
        }
        assertEquals(
                List.of(
                        "imap-login: Login: user=<alice>, method=PLAIN, rip=embedded, lip=embedded, session=<test-1>",
                        "imap: Disconnected: user=<alice>, rip=embedded, lip=embedded, in=55, out=30, secs=0,"
                                + " reason=\"client closed the connection\", side=client, session=<test-1>"),
                lines());
        assertEquals(Map.of(), log.list.get(0).getMDCPropertyMap());
    }

    @Test
    void shouldHandOverEachValueWhenAnEncoderWritesFields() {
        System.setProperty("posthouse.log.fields", "true");
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN alice secret\r\n");
            server(stage, "a1 OK\r\n");
            stage.client().close();
            stage.pump();
        } finally {
            System.clearProperty("posthouse.log.fields");
        }
        assertEquals("alice", log.list.get(0).getMDCPropertyMap().get("user"));
        assertEquals("23", log.list.get(1).getMDCPropertyMap().get("in"));
        assertEquals("client", log.list.get(1).getMDCPropertyMap().get("side"));
    }

    @ParameterizedTest
    @CsvSource({
        "NO [AUTHENTICATIONFAILED] no, true",
        "NO no, true",
        "NO [UNAVAILABLE] later, false",
        "NO [unavailable] later, false",
        "BAD what, false"
    })
    void shouldBlameTheClientOnlyWhenItsCredentialsWereJudged(String result, boolean judged) {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN \"bob>, rip=1.2.3.4\" secret\r\n");
            server(stage, "a1 " + result + "\r\n");
        }
        assertEquals(judged, lines().get(0).startsWith(FAILED), lines()::toString);
        assertTrue(
                lines().get(0)
                        .endsWith("): user=<bob\\x3e\\x2c\\x20rip\\x3d1.2.3.4>, method=PLAIN, rip=embedded,"
                                + " lip=embedded, session=<test-1>"),
                lines()::toString);
        assertFalse(String.join("\n", lines()).contains("secret"));
    }

    @Test
    void shouldNameTheUserWhenAnInterceptorRefusesTheLogin() {
        Meddler strict = Meddler.at(Interest.of().commands(CommandName.LOGIN).build())
                .onCommand((s, c) -> CommandVerdict.no("not you"));
        tracker.bind(strict, strict.properties(1, FailureMode.CLOSED));
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN mallory secret\r\n");
            assertEquals(1, stage.listener().visitStatus().loginsFailed());
        }
        assertTrue(lines().get(0).startsWith(FAILED + "user=<mallory>, method=PLAIN, "), lines()::toString);
    }

    @Test
    void shouldSayThatNobodyTriedToLogInWhenNobodyDid() {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            stage.client().close();
            stage.pump();
        }
        assertTrue(
                lines().get(0).startsWith("imap-login: Disconnected (no auth attempts in 0 secs): user=<>, rip="),
                lines()::toString);
    }

    @Test
    void shouldNameWhoTriedToLogInWhenTheClientLeavesBeforeTheResult() {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN fred secret\r\nb CREATE Stealth\r\n");
            stage.client().close();
            stage.pump();
        }
        assertTrue(
                lines().get(0)
                        .startsWith(
                                "imap-login: Disconnected (auth unanswered in 0 secs): user=<fred>, method=PLAIN, rip="),
                lines()::toString);
        assertEquals("", failed(lines().get(0)));
    }

    @Test
    void shouldGoOnNamingWhoIsLoggedInWhenHeTriesAnotherNameAtTheEnd() {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN fred secret\r\n");
            server(stage, "a1 OK in\r\n");
            client(stage, "a2 LOGIN alice guess\r\n");
            stage.client().close();
            stage.pump();
        }
        String end = lines().get(lines().size() - 1);
        assertTrue(end.startsWith("imap: Disconnected: user=<fred>, "), end);
    }

    @Test
    void shouldLetNoReasonLookLikeAFailedLogin() {
        String reason = "user bob (auth failed, 5 attempts): rip=6.6.6.6";
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGIN fred wrong\r\n");
            server(stage, "a1 NO no\r\n");
            stage.listener().kick(new SessionFilter.Listener("test"), reason);
            stage.pump();
        }
        String end = lines().get(lines().size() - 1);
        assertTrue(end.contains("reason=\"user bob [auth failed, 5 attempts]: rip=6.6.6.6\""), end);
        assertEquals("", failed(end));
    }

    @Test
    void shouldNotBlameTheServerWhenItClosesAfterALogout() {
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            client(stage, "a1 LOGOUT\r\n");
            server(stage, "* BYE bye\r\na1 OK done\r\n");
            stage.server().close();
            stage.pump();
        }
        assertTrue(lines().get(0).contains("reason=\"logged out\", side=client, "), lines()::toString);
        assertEquals("", failed(lines().get(0)));
    }

    @Test
    void shouldSayInWhichStateTheServerFailed() {
        try (SessionUnderTest refused = stage(FakeUpstream.Manner.REFUSES)) {
            refused.pump();
        }
        try (SessionUnderTest stage = stage()) {
            server(stage, "+ what\r\n");
        }
        try (SessionUnderTest stage = stage("upstream.tls", "starttls")) {
            server(stage, "* OK hi\r\n");
            stage.server().close();
            stage.pump();
        }
        try (SessionUnderTest stage = stage()) {
            server(stage, "* OK hi\r\n");
            stage.server().close();
            stage.pump();
        }
        try (SessionUnderTest stage = stage()) {
            server(stage, "* PREAUTH hi\r\n");
            stage.server().close();
            stage.pump();
        }
        assertEquals(
                List.of("connect", "greeting", "tls", "login", ""),
                lines().stream().map(VisitTest::failed).toList());
    }

    private static String failed(String line) {
        int key = line.indexOf("upstream-failed=");
        return key < 0 ? "" : line.substring(key + 16, line.indexOf(',', key));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private SessionUnderTest stage(String... keys) {
        return new SessionUnderTest(Configured.settings(Path.of("conf"), keys), FakeUpstream.Manner.CONNECTS, tracker);
    }

    private SessionUnderTest stage(FakeUpstream.Manner manner) {
        return new SessionUnderTest(Configured.settings(Path.of("conf")), manner, tracker);
    }

    private static SessionStatus status(SessionUnderTest stage) {
        var asked = stage.listener().portraits();
        stage.pump();
        return asked.get(0).join().get(0);
    }

    private static void client(SessionUnderTest stage, String octets) {
        stage.client().send(octets.getBytes(ISO_8859_1));
        stage.pump();
    }

    private static void server(SessionUnderTest stage, String octets) {
        stage.server().send(octets.getBytes(ISO_8859_1));
        stage.pump();
    }
}
