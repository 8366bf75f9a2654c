package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.posthouse.itest.fixture.Tool;

/** The lines of logins and ends as they stand in the log, read by fail2ban's own filter for Dovecot. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools({"openssl", "fail2ban-regex"})
class LoginLogTest {

    private static final Pattern MATCHED =
            Pattern.compile("(\\d+) lines, (\\d+) ignored, (\\d+) matched, (\\d+) missed");

    /** What could make a reader of the log believe in another line, or another address. */
    private static final List<String> HOSTILE = List.of(
            "\"rip=1.2.3.4\"",
            "\"x>, rip=1.2.3.4, lip=1.2.3.4, session=<y\"",
            "\"x>, method=PLAIN, rip=1.2.3.4\"",
            "\"x (auth failed, 1 attempts in 1 secs): user=<y>, rip=1.2.3.4, lip=1.2.3.4\"",
            "\"imap-login: Aborted login (auth failed, 1 attempts): user=<y>, rip=1.2.3.4\"",
            "{54}\r\nx\n2026-01-01 00:00:00 imap-login: Disconnected (auth failed");

    private final ScriptedServer server = ScriptedServer.playing(client -> {
        client.send("* OK [CAPABILITY IMAP4rev1 LITERAL+] scripted\r\n");
        for (String line = client.line(); ; line = client.line()) {
            String tag = line.split(" ")[0];
            if (line.contains("{")) {
                client.send("+ go\r\n");
                client.line();
                client.line();
            }
            client.send(tag + (line.contains(" alice ") || !line.contains("LOGIN") ? " OK done\r\n" : " NO wrong\r\n"));
        }
    });
    private final Listener plain = Listener.plain("plain", server.port());
    private final Listener tls = Listener.of("tls", Leg.IMPLICIT, Leg.OFF, server.port());
    private final Pki pki;
    private final Posthouse posthouse;

    LoginLogTest(Pki pki) {
        this.pki = pki;
        this.posthouse = Posthouse.start(pki, plain, tls);
    }

    @AfterEach
    void stop() {
        posthouse.close();
        server.close();
    }

    @Test
    void shouldLetFail2banSeeFailedLoginsOnlyAndTheRightAddress() throws IOException {
        for (Listener each : List.of(plain, tls)) {
            Leg leg = each.equals(tls) ? Leg.IMPLICIT : Leg.OFF;
            try (ImapClient client = ImapClient.connect(leg, each.port(), pki.trust())) {
                assertFalse(client.command("LOGIN bob wrong").status().equals("OK"));
                assertFalse(client.command("LOGIN bob wronger").status().equals("OK"));
                client.command("LOGIN alice secret").orFail();
            }
        }
        try (ImapClient unheard = ImapClient.plain(plain.port())) {
            unheard.command("NOOP").orFail();
        }
        // Session 1 of each was the fixture, looking whether the port is open.
        posthouse.logged("session=<plain-3>", "no auth attempts");
        posthouse.logged("session=<tls-2>", "imap: Disconnected");

        assertEquals(List.of("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"), banned());
        assertFalse(posthouse.log().contains("secret") || posthouse.log().contains("wronger"));
    }

    @Test
    void shouldNotLetANamePassForAnAddressWhenFail2banReadsIt() throws IOException {
        int failed = 0;
        for (String name : HOSTILE) {
            try (ImapClient client = ImapClient.plain(plain.port())) {
                client.wire().send("h LOGIN " + name);
                if (name.startsWith("{")) {
                    // The proxy grants the literal itself or has the server do it; then the rest goes.
                    client.wire().send("");
                }
                client.wire().send(" wrong\r\n");
                for (String line = client.wire().line();
                        !line.startsWith("h ");
                        line = client.wire().line()) {
                    assertFalse(line.startsWith("* BYE"), line);
                }
                failed++;
            }
        }
        posthouse.logged("session=<plain-" + (failed + 1) + ">", "Disconnected");

        List<String> hosts = banned();

        assertFalse(hosts.contains("1.2.3.4"), hosts::toString);
        assertEquals(failed, hosts.size(), posthouse::log);
    }

    /** Whom the filter would count against, line by line. */
    private List<String> banned() throws IOException {
        Path log = posthouse.file("for-fail2ban");
        Files.writeString(log, posthouse.log(), StandardCharsets.ISO_8859_1);
        Tool.Result counted = Tool.run("fail2ban-regex", log.toString(), "/etc/fail2ban/filter.d/dovecot.conf");
        Matcher matched = MATCHED.matcher(counted.text());
        assertTrue(matched.find(), counted.text());
        Tool.Result rows =
                Tool.run("fail2ban-regex", "--out", "ip", log.toString(), "/etc/fail2ban/filter.d/dovecot.conf");
        try (Stream<String> lines = rows.text().lines()) {
            List<String> hosts = lines.filter(line -> !line.isBlank()).toList();
            assertEquals(Integer.parseInt(matched.group(3)), hosts.size(), counted.text() + rows.text());
            return hosts;
        }
    }
}
