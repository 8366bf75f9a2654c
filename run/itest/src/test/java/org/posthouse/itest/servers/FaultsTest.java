package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.DovecotServer.Account;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Message;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.Reply;
import org.posthouse.itest.fixture.Wire;

/** The faults that other proxies had, against the real server: each must stay away. See {@link ScriptedFaultsTest} for the rest. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class FaultsTest {
    private final DovecotServer dovecot;
    private final Pki pki;
    private final Listener listener;
    private final Posthouse posthouse;

    FaultsTest(DovecotServer dovecot, Pki pki) {
        this.dovecot = dovecot;
        this.pki = pki;
        this.listener = Listener.of("faults", Leg.IMPLICIT, Leg.OFF, dovecot.port(Leg.OFF));
        this.posthouse = Posthouse.start(pki, listener);
    }

    @AfterEach
    void stop() {
        posthouse.close();
    }

    private ImapClient connect() throws IOException {
        return ImapClient.connect(Leg.IMPLICIT, listener.port(), pki.trust());
    }

    @Test
    void shouldAnswerWhenACommandCanNotBeParsed() throws IOException {
        try (ImapClient client = connect().login(dovecot.account("parse"))) {
            for (String line : List.of(
                    "FETCH", "STORE (((", "SEARCH \"unclosed", "\u00e4\u00f6", "UID", "APPEND", "SELECT a b c")) {
                String status = client.command(line).status();
                assertTrue(List.of("BAD", "NO").contains(status), line + ": " + status);
            }
            client.wire().send("\r\n");
            assertTrue(client.response().startsWith("* BAD "));
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldGoOnWhenTheServerRefusesAnAppend() throws IOException {
        try (ImapClient client = connect().login(dovecot.account("refuse"))) {
            Reply refused = client.append("Nowhere", Message.of("refused", 5000));
            assertEquals("NO", refused.status(), refused::toString);
            assertTrue(refused.tagged().contains("[TRYCREATE]"), refused::tagged);
            client.command("NOOP").orFail();
            client.append("INBOX", Message.of("taken", 5000)).orFail();
            // without waiting: all of it is the server's to swallow
            client.wire().send("z APPEND Nowhere {20+}\r\nz1 CREATE x\r\nz2 NOOP\r\n");
            assertEquals("NO", client.finish("z").status());
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldServeSaslDataWhenItComesInThePacketOfItsCommand() throws IOException {
        Account account = dovecot.account("sasl");
        try (ImapClient client = connect()) {
            client.wire().send("s AUTHENTICATE PLAIN\r\n" + account.sasl() + "\r\nt SELECT INBOX\r\n");
            client.finish("s").orFail();
            client.finish("t").orFail();
        }
    }

    @Test
    void shouldServeOthersWhenAClientStallsInItsTlsHandshake() throws IOException {
        try (Wire one = Wire.plain(listener.port());
                Wire two = Wire.plain(listener.port());
                ImapClient client = connect().login(dovecot.account("stall"))) {
            one.send("\u0016\u0003\u0001");
            client.command("NOOP").orFail();
            two.send("\u0016");
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldSayByeWhenTheServerIsStopped() throws IOException {
        try (DovecotServer mortal = DovecotServer.start(pki)) {
            Listener front = Listener.plain("mortal", mortal.port(Leg.OFF));
            posthouse.write(front);
            posthouse.open(front);
            try (ImapClient client = ImapClient.plain(front.port()).login(mortal.account("killed"))) {
                client.command("SELECT INBOX").orFail();
                mortal.stop();
                String last = client.wire().rest();
                // Dovecot says BYE itself when it can; a second one must not follow
                assertEquals(1, last.split("\\* BYE", -1).length - 1, last);
            }
            try (Wire refused = Wire.plain(front.port())) {
                String last = refused.rest();
                assertTrue(last.startsWith("* BYE [UNAVAILABLE] posthouse: "), last);
            }
            mortal.restart();
            Await.until("sessions again", () -> {
                try (ImapClient again = ImapClient.plain(front.port())) {
                    return again.command("LOGIN killed secret").ok();
                }
            });
        }
    }

    @Test
    void shouldCloseWhenDataIsPipelinedBehindStarttls() throws IOException {
        Listener front = Listener.of("inject", Leg.STARTTLS, Leg.OFF, dovecot.port(Leg.OFF));
        posthouse.write(front);
        posthouse.open(front);
        try (Wire wire = Wire.plain(front.port())) {
            wire.line();
            wire.send("a STARTTLS\r\nb CAPABILITY\r\n");
            String answer = wire.rest();
            assertTrue(!answer.contains("b OK") && !answer.contains("* CAPABILITY"), answer);
        }
    }
}
