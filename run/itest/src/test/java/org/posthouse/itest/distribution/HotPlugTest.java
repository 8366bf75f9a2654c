package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
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

/** The example is dropped into {@code plugins/} and taken out again while sessions are open. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class HotPlugTest {
    private static final int TIMES = 10;

    private final DovecotServer dovecot;
    private final Listener listener;
    private final Posthouse posthouse;
    private final Path trace = Distribution.trace();
    private int probes;

    HotPlugTest(DovecotServer dovecot, Pki pki) {
        this.dovecot = dovecot;
        this.listener = Listener.plain("plug", dovecot.port(Leg.OFF));
        this.posthouse = Posthouse.start(pki, listener);
    }

    @AfterEach
    void stop() {
        posthouse.close();
    }

    /** Whether a command of this live session is printed by the example. */
    private boolean traced(ImapClient client) throws IOException {
        String mark = "probe" + ++probes;
        client.command("LIST \"\" " + mark).orFail();
        return posthouse.log().contains(mark);
    }

    @Test
    void shouldStillTellOfNewMailWhenTheExampleCameAndWentTenTimesUnderAnIdle() throws IOException {
        Account account = dovecot.account("idle");
        try (ImapClient idle = ImapClient.plain(listener.port()).login(account);
                ImapClient active = ImapClient.plain(listener.port()).login(account);
                ImapClient direct = dovecot.direct(account)) {
            idle.command("SELECT INBOX").orFail();
            String tag = idle.begin("IDLE");
            assertTrue(idle.response().startsWith("+"));
            for (int time = 1; time <= TIMES; time++) {
                posthouse.plug(trace);
                Await.until("the example to print, time " + time, () -> traced(active));
                posthouse.unplug(trace);
                Await.until("the example to be silent, time " + time, () -> !traced(active));
            }
            for (int mail = 1; mail <= 2; mail++) {
                direct.append("INBOX", Message.of("news", 500)).orFail();
                assertEquals("* " + mail + " EXISTS", idle.response());
                assertTrue(idle.response().endsWith(" RECENT"));
            }
            idle.wire().send("DONE\r\n");
            idle.finish(tag).orFail();
        }
    }

    @Test
    void shouldPrintNoSecretWhenTheExampleTracesALogin() throws IOException {
        posthouse.plug(trace);
        Account account = dovecot.account("secretive");
        try (ImapClient client = ImapClient.plain(listener.port())) {
            Await.until(
                    "the example to print",
                    () -> client.command("NOOP").ok() && posthouse.log().contains("NOOP"));
            client.login(account);
            Await.until(
                    "the login to be printed",
                    () -> client.command("NOOP").ok() && posthouse.log().contains("LOGIN"));
        }
        try (ImapClient client = ImapClient.plain(listener.port())) {
            client.wire().send("s AUTHENTICATE PLAIN AHNlY3JldGl2ZQBzZWNyZXQ=\r\n");
            client.finish("s").orFail();
            Await.until(
                    "the login to be printed",
                    () -> client.command("NOOP").ok() && posthouse.log().contains("AUTHENTICATE"));
        }
        String log = posthouse.log();
        assertTrue(
                log.lines().noneMatch(line -> line.contains(" secret") || line.contains("AHNlY3JldGl2ZQBzZWNyZXQ")),
                log);
        assertTrue(log.contains("C→P") || log.contains("C\u00e2\u0086\u0092P"), log);
    }
}
