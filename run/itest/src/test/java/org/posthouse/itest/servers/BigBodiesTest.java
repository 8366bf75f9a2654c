package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/** 50 MB down through a slow reader while 50 MB go up, TLS on both legs. What is held meanwhile is measured elsewhere. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class BigBodiesTest {
    private static final int SIZE = 50_000_000;
    /** Milliseconds per 16 KiB: about 8 MB/s, slower than anything else here. */
    private static final int SLOW = 2;

    private final Message down = new Message("down", SIZE, true);
    private final Message up = new Message("up", SIZE, true);

    @Test
    void shouldDeliverEachOctetWhenBothDirectionsAreBusyAtOnce(DovecotServer dovecot, Pki pki) throws IOException {
        Account account = dovecot.account("huge");
        try (ImapClient direct = dovecot.direct(account)) {
            direct.append("INBOX", down).orFail();
        }
        Listener listener = Listener.of("big", Leg.IMPLICIT, Leg.IMPLICIT, dovecot.port(Leg.IMPLICIT));
        try (Posthouse running = Posthouse.start(pki, listener);
                ImapClient reader = ImapClient.connect(Leg.IMPLICIT, listener.port(), pki.trust())
                        .login(account);
                ImapClient writer = ImapClient.connect(Leg.IMPLICIT, listener.port(), pki.trust())
                        .login(account)) {
            reader.command("SELECT INBOX").orFail();
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> checksum(reader));
            writer.append("INBOX", up).orFail();
            assertEquals(down.checksum(), read.join());
            writer.command("SELECT INBOX").orFail();
            assertEquals(up.checksum(), writer.fetchChecksum(2, 0));
        }
    }

    private static String checksum(ImapClient reader) {
        try {
            return reader.fetchChecksum(1, SLOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
