package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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

/** mbsync keeps two Maildirs equal through the proxy: the daily work of a synchronising client. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl", "mbsync"})
class MailboxSyncTest {
    private static final int MESSAGES = 200;

    @Test
    void shouldLeaveEqualMaildirsWhenSyncedBothWaysTwice(DovecotServer dovecot, Pki pki, @TempDir Path scratch)
            throws IOException {
        Account account = dovecot.account("sync");
        try (ImapClient client = dovecot.direct(account)) {
            for (int i = 0; i < MESSAGES; i++) {
                client.append("INBOX", new Message("sync" + i, 400 + 13 * i, i % 5 == 0))
                        .orFail();
            }
        }
        Listener listener = Listener.of("sync", Leg.IMPLICIT, Leg.IMPLICIT, dovecot.port(Leg.IMPLICIT));
        Clients clients = new Clients(pki.authority(), scratch);
        try (Posthouse running = Posthouse.start(pki, listener)) {
            Path near = clients.mbsync(Leg.IMPLICIT, listener.port(), account, "near");
            change(near.resolve("INBOX"));
            clients.mbsync(Leg.IMPLICIT, listener.port(), account, "near");
            Path other = clients.mbsync(Leg.IMPLICIT, listener.port(), account, "other");
            Path direct = clients.mbsync(Leg.IMPLICIT, dovecot.port(Leg.IMPLICIT), account, "direct");
            assertEquals(Maildirs.read(direct), Maildirs.read(near));
            assertEquals(Maildirs.read(direct), Maildirs.read(other));
            // one was deleted, one made
            assertEquals(MESSAGES, Maildirs.read(near).messages().size());
        }
    }

    /** What a user does between two runs: reads one, deletes one, writes one. */
    private static void change(Path maildir) throws IOException {
        Path[] first = Files.list(maildir.resolve("cur")).sorted().limit(2).toArray(Path[]::new);
        Files.move(first[0], Path.of(first[0].toString().replaceFirst(":2,.*", ":2,FS")));
        Files.delete(first[1]);
        Files.writeString(
                maildir.resolve("cur/1000000000.1.here:2,S"), "Subject: new here\nMessage-ID: <new@here>\n\ntext\n");
    }
}
