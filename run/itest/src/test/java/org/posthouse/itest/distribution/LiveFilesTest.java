package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
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
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.Posthouse;

/** Files that are edited, renewed and deleted while sessions are open. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class LiveFilesTest {
    private final DovecotServer dovecot;
    private final Pki pki;
    private final Listener listener;
    private final Posthouse posthouse;

    LiveFilesTest(DovecotServer dovecot, Pki pki) {
        this.dovecot = dovecot;
        this.pki = pki;
        this.listener = Listener.of("live", Leg.STARTTLS, Leg.OFF, dovecot.port(Leg.OFF));
        this.posthouse = Posthouse.start(pki, listener);
    }

    @AfterEach
    void stop() {
        posthouse.close();
    }

    private ImapClient connect(Listener to) throws IOException {
        return ImapClient.connect(Leg.STARTTLS, to.port(), pki.trust());
    }

    private String shownName() {
        try (ImapClient client = connect(listener)) {
            return client.wire().peerName();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Each edit is followed by this: what the file says now is in force for new sessions, and the old ones answer. */
    private void edited(List<ImapClient> sessions, Listener now) throws IOException {
        posthouse.write(now);
        posthouse.open(now);
        for (ImapClient session : sessions) {
            session.command("NOOP").orFail();
        }
    }

    @Test
    void shouldLoseNoneOfAHundredSessionsWhenTheFileIsEditedTenTimes() throws IOException {
        Account account = dovecot.account("hundred");
        Pki.Issued other = pki.issue("elsewhere");
        List<ImapClient> sessions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sessions.add(connect(listener).login(account));
        }
        Listener moved = listener.at(Ports.free());
        edited(sessions, listener.with("interceptors", "trace?, *"));
        edited(sessions, listener.with("timeout.idle", "45min"));
        edited(
                sessions,
                listener.with("certificate", other.certificate().toString())
                        .with("key", other.key().toString()));
        Await.until("the other certificate", () -> shownName().equals("CN=elsewhere"));
        edited(
                sessions,
                listener.with("upstream", "127.0.0.1:" + dovecot.port(Leg.IMPLICIT))
                        .with("upstream.tls", "implicit")
                        .with("upstream.trust", "conf/tls/ca.pem"));
        edited(sessions, listener.with("tls", "starttls-required"));
        edited(sessions, listener.with("tls", "sometimes"));
        posthouse.logged(listener.name(), "tls", "sometimes");
        posthouse.put(listener, "");
        edited(sessions, listener);
        edited(sessions, moved);
        Await.until("the old port to close", () -> !Ports.open(listener.port()));
        edited(sessions, listener);
        Await.until("the other port to close", () -> !Ports.open(moved.port()));
        edited(sessions, listener.with("interceptors", "*"));
        for (ImapClient session : sessions) {
            session.command("SELECT INBOX").orFail();
            session.command("LOGOUT").orFail();
            session.close();
        }
    }

    @Test
    void shouldShowTheNewCertificateToNewSessionsWhenItsFilesAreRenewed() throws IOException {
        try (ImapClient old = connect(listener).login(dovecot.account("renewed"))) {
            String before = shownName();
            posthouse.certificate(pki.issue("renewed"));
            Await.until("the renewed certificate", () -> shownName().equals("CN=renewed"));
            assertEquals(before, old.wire().peerName());
            old.command("NOOP").orFail();
        }
    }

    @Test
    void shouldKeepTheOldConfigurationWhenTheFileIsEmptied() throws IOException {
        posthouse.put(listener, "");
        posthouse.logged(listener.file());
        try (ImapClient client = connect(listener).login(dovecot.account("emptied"))) {
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldCloseThePortAndSayByeWhenTheFileIsDeleted() throws IOException {
        try (ImapClient client = connect(listener).login(dovecot.account("deleted"))) {
            posthouse.delete(listener);
            farewell(client);
            Await.until("the port to close", () -> !Ports.open(listener.port()));
        }
    }

    @Test
    void shouldStayGoneWhenTheFileWasDeletedWhileDown() {
        Listener stays = Listener.plain("stays", dovecot.port(Leg.OFF));
        posthouse.write(stays);
        posthouse.open(stays);
        posthouse.terminate();
        assertEquals(0, posthouse.exit());
        posthouse.delete(listener);
        posthouse.start().open(stays);
        assertFalse(Ports.open(listener.port()));
    }

    private static void farewell(ImapClient client) throws IOException {
        String last = client.wire().rest();
        assertTrue(last.startsWith("* BYE ") && last.contains("posthouse: "), () -> "instead of BYE: " + last);
    }
}
