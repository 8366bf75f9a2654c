package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Wire;

/** The same for faults that only a server of our own shows on demand: early ends, odd texts, silence, refused STARTTLS. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class ScriptedFaultsTest {
    private static final String GREETING = "* OK [CAPABILITY IMAP4rev1 IDLE STARTTLS] scripted\r\n";

    private final Posthouse posthouse;

    ScriptedFaultsTest(Pki pki) {
        this.posthouse = Posthouse.prepare(pki);
    }

    @AfterEach
    void stop() {
        posthouse.close();
    }

    private Listener front(Listener listener) {
        posthouse.write(listener);
        posthouse.start().open(listener);
        return listener;
    }

    private static void login(Wire client) throws IOException {
        client.send(GREETING);
        ScriptedServer.obey(client, client.line());
    }

    @Test
    void shouldSwallowALateDoneWhenTheServerEndedTheIdle() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            login(client);
            client.send("+ idling\r\n" + client.line().split(" ")[0] + " OK enough\r\n");
            ScriptedServer.obey(client, client.line());
        })) {
            Listener listener = front(Listener.plain("early", server.port()));
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                client.command("IDLE").orFail();
                client.wire().send("DONE\r\n");
                client.command("NOOP").orFail();
            }
        }
    }

    @Test
    void shouldPassWhatFollowsWhenAStatusTextEndsLikeALiteral() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            login(client);
            String tag = client.line().split(" ")[0];
            client.send("* OK text {5}\r\n* 1 EXISTS\r\n* NO [ALERT] more {3}\r\n" + tag + " OK done {7}\r\n");
            ScriptedServer.obey(client, client.line());
        })) {
            Listener listener = front(Listener.plain("text", server.port()));
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                assertEquals(
                        java.util.List.of("* OK text {5}", "* 1 EXISTS", "* NO [ALERT] more {3}"),
                        client.command("NOOP").untagged());
                client.command("NOOP").orFail();
            }
        }
    }

    @Test
    void shouldSayByeWhenTheServerBreaksOff() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = front(Listener.plain("lost", server.port()));
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                server.breakOff();
                assertBye(client.wire().rest());
            }
        }
    }

    @Test
    void shouldSayByeWhenTheServerNeverGreets() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(Wire::line)) {
            Listener listener = front(Listener.plain("mute", server.port()).with("timeout.greeting", "1s"));
            try (Wire wire = Wire.plain(listener.port())) {
                assertBye(wire.rest());
            }
        }
    }

    @Test
    void shouldSayByeWhenAClientNeverLogsIn() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = front(Listener.plain("shy", server.port()).with("timeout.login", "1s"));
            try (ImapClient client = ImapClient.plain(listener.port())) {
                String last = client.wire().rest();
                assertTrue(last.startsWith("* BYE ") && last.contains("posthouse: "), last);
            }
        }
    }

    @Test
    void shouldTellTheClientNothingOfTheServerWhenItRefusesStarttls() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.send(GREETING);
            client.send(client.line().split(" ")[0] + " NO not today\r\n");
            client.line();
        })) {
            assertBye(greetingOf(front(Listener.of("downgrade", Leg.OFF, Leg.STARTTLS, server.port()))));
        }
    }

    @Test
    void shouldTellTheClientNothingOfTheServerWhenItInjectsBeforeTls() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.send(GREETING);
            client.send("* 1 EXISTS\r\n" + client.line().split(" ")[0] + " OK begin\r\n");
            client.line();
        })) {
            assertBye(greetingOf(front(Listener.of("injected", Leg.OFF, Leg.STARTTLS, server.port()))));
        }
    }

    @Test
    void shouldNotFallBackWhenTheServerGreetsWithPreauthInTheClear() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.send("* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n");
            client.line();
        })) {
            assertBye(greetingOf(front(Listener.of("preauth", Leg.OFF, Leg.STARTTLS, server.port()))));
        }
    }

    private static String greetingOf(Listener listener) throws IOException {
        try (Wire wire = Wire.plain(listener.port())) {
            return wire.rest();
        }
    }

    private static void assertBye(String last) {
        assertTrue(last.startsWith("* BYE [UNAVAILABLE] posthouse: ") && last.indexOf('\n') == last.length() - 1, last);
    }
}
