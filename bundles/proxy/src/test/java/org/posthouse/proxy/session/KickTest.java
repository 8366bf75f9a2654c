package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.admin.SessionFilter;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/** An operator ends sessions. */
@Tag("embedded")
class KickTest {

    private static final String BYE = "* BYE posthouse: go home\r\n";
    private static final SessionFilter ALL = new SessionFilter.Listener("test");

    private final SessionUnderTest stage = new SessionUnderTest(
            Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, new InterceptorTracker());

    @Test
    void shouldSayByeAndCloseBothWhenNothingIsUnderWay() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            assertEquals(1, kick(ALL));
            assertEquals("* PREAUTH hi\r\n" + BYE, stage.client().unseen());
            assertClosed();
        }
    }

    @Test
    void shouldSayByeAtOnceWhenTheClientIdles() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            client("a1 IDLE\r\n");
            server("+ idling\r\n");
            assertEquals(1, kick(ALL));
            assertTrue(stage.client().unseen().endsWith("+ idling\r\n" + BYE), stage.client()::unseen);
            assertClosed();
        }
    }

    @Test
    void shouldWaitForTheEndOfTheServersMessageWhenItIsInsideALiteral() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            server("* 1 FETCH (BODY[] {10}\r\n01234");
            assertEquals(1, kick(ALL));
            assertTrue(stage.client().unseen().endsWith("01234"), stage.client()::unseen);
            server("56789)\r\n* 2 EXISTS\r\n");
            assertTrue(stage.client().unseen().endsWith("56789)\r\n" + BYE), stage.client()::unseen);
            assertClosed();
        }
    }

    @Test
    void shouldResetTheClientWhenTheServersMessageDoesNotEndInFiveSeconds() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            server("* 1 FETCH (BODY[] {10}\r\n01234");
            kick(ALL);
            stage.pass(Duration.ofSeconds(5));
            assertTrue(stage.client().unseen().endsWith("01234"), stage.client()::unseen);
            assertTrue(stage.client().channel().reset());
        }
    }

    @Test
    void shouldSayByeAndResetTheServerWhenTheClientIsInsideALiteral() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            client("a1 APPEND x {10}\r\n");
            server("+ go\r\n");
            client("01234");
            assertEquals(1, kick(ALL));
            assertTrue(stage.client().unseen().endsWith("+ go\r\n" + BYE), stage.client()::unseen);
            assertTrue(stage.server().channel().reset(), "the server must not take half a mail for a whole one");
        }
    }

    @Test
    void shouldTellNobodyTwiceWhenTheSessionHasEnded() {
        try (stage) {
            server("* PREAUTH hi\r\n");
            stage.client().channel().runPendingTasks();
            kick(ALL);
            assertEquals(0, kick(ALL));
        }
    }

    @Test
    void shouldSayByeBeforeTheGreetingWhenTheServerHasNotGreeted() {
        try (stage) {
            assertEquals(1, kick(ALL));
            assertEquals(BYE, stage.client().unseen());
        }
    }

    @Test
    void shouldTellOnlyThoseThatAreMeant() {
        try (stage) {
            server("* OK hi\r\n");
            client("a1 LOGIN alice secret\r\n");
            assertEquals(0, kick(new SessionFilter.User("alice")), "not logged in yet");
            server("a1 OK done\r\n");
            assertEquals(0, kick(new SessionFilter.User("bob")));
            assertEquals(0, kick(new SessionFilter.User("")));
            assertEquals(0, kick(new SessionFilter.Listener("other")));
            assertEquals(0, kick(new SessionFilter.Session("test-x")));
            assertEquals(0, kick(SessionFilter.parse("address=0.0.0.0/0")), "an embedded channel has no address");
            assertEquals(1, kick(new SessionFilter.User("alice")));
            assertFalse(stage.client().channel().isOpen());
        }
    }

    private int kick(SessionFilter which) {
        var told = stage.listener().kick(which, "go home");
        stage.pump();
        return told.stream().mapToInt(t -> t.join()).sum();
    }

    private void client(String octets) {
        stage.client().send(octets.getBytes(ISO_8859_1));
        stage.pump();
    }

    private void server(String octets) {
        stage.server().send(octets.getBytes(ISO_8859_1));
        stage.pump();
    }

    private void assertClosed() {
        assertFalse(stage.client().channel().isOpen(), "the client is still connected");
        assertFalse(stage.server().channel().isOpen(), "the server is still connected");
    }
}
