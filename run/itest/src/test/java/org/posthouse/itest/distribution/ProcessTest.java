package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Tool;

/** How the program ends: its exit codes and what TERM does. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
class ProcessTest {
    private final ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient());
    private final Listener listener = Listener.plain("one", server.port());
    private final Posthouse posthouse;

    ProcessTest(Pki pki) {
        posthouse = Posthouse.prepare(pki);
    }

    @AfterEach
    void stop() {
        posthouse.close();
        server.close();
    }

    private void run() {
        posthouse.write(listener);
        posthouse.start().open(listener);
    }

    @Test
    void shouldSayByeAndExitWithZeroWhenTerminated() throws IOException {
        run();
        try (ImapClient busy = ImapClient.plain(listener.port());
                ImapClient idle = ImapClient.plain(listener.port())) {
            busy.command("LOGIN a b").orFail();
            idle.command("LOGIN a b").orFail();
            idle.begin("IDLE");
            assertTrue(idle.response().startsWith("+"));
            posthouse.terminate();
            farewell(busy);
            farewell(idle);
        }
        assertEquals(0, posthouse.exit());
    }

    @Test
    void shouldEndAtOnceWith143WhenTerminatedTwice() throws IOException {
        run();
        try (ImapClient client = ImapClient.plain(listener.port())) {
            client.command("LOGIN a b").orFail();
            // inside a literal there is no boundary: the first TERM has to wait
            client.wire().send("A2 APPEND x {1000+}\r\nfirst octets");
            posthouse.terminate();
            posthouse.logged("drain");
            posthouse.terminateUntilEnded();
            assertEquals(143, posthouse.exit());
        }
    }

    @Test
    void shouldExitWith69WhenAllPortsAreTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(listener.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            posthouse.write(listener);
            posthouse.start();
            assertEquals(69, posthouse.exit());
            posthouse.logged(listener.name(), "" + taken.getLocalPort());
        }
    }

    @Test
    void shouldExitWith78WhenThereIsNoListener() {
        posthouse.start();
        assertEquals(78, posthouse.exit());
    }

    @Test
    void shouldExitWith78AndNameFileAndKeyWhenTheOnlyListenerIsFaulty() {
        posthouse.write(listener.with("upstream.tls", "perhaps"));
        posthouse.start();
        assertEquals(78, posthouse.exit());
        posthouse.logged("org.posthouse.listener-one.cfg", "upstream.tls");
    }

    @Test
    void shouldServeTheOthersWhenOneListenerIsFaulty() throws IOException {
        posthouse.write(Listener.plain("bad", server.port()).with("tsl", "off"));
        run();
        posthouse.logged("org.posthouse.listener-bad.cfg", "tsl");
        try (ImapClient client = ImapClient.plain(listener.port())) {
            client.command("LOGIN a b").orFail();
        }
    }

    @Test
    void shouldServeTheOthersWhenOnePortIsTaken() throws IOException {
        Listener other = Listener.plain("other", server.port());
        try (ServerSocket taken = new ServerSocket(other.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            posthouse.write(other);
            run();
            posthouse.logged("other", "" + taken.getLocalPort());
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
            }
        }
    }

    @Test
    void shouldExitWith75WhenTheDataFolderIsInUse() {
        run();
        posthouse.start();
        assertEquals(75, posthouse.exit());
    }

    @Test
    void shouldCheckWithoutBindingWhenAskedTo() {
        run();
        assertEquals(0, check().exit());
        posthouse.write(Listener.plain("bad", server.port()).with("upstream", "nowhere"));
        Tool.Result faulty = check();
        assertEquals(78, faulty.exit());
        assertTrue(
                faulty.text().contains("org.posthouse.listener-bad.cfg")
                        && faulty.text().contains("upstream"),
                faulty::text);
    }

    private Tool.Result check() {
        return Tool.run(
                Distribution.home().resolve("bin/posthouse").toString(),
                "check",
                "--conf",
                posthouse.file("conf").toString());
    }

    private static void farewell(ImapClient client) throws IOException {
        String last = client.wire().rest();
        assertTrue(last.startsWith("* BYE ") && last.contains("posthouse: "), () -> "instead of BYE: " + last);
    }
}
