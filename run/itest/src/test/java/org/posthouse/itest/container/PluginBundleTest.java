package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.Configuration;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;

/** The example's bundle comes and goes while a hundred sessions are open, some in IDLE, some inside a literal. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class PluginBundleTest {
    private static final int SESSIONS = 100;
    private static final int LITERAL = 1000;

    /** Obedient, and counts the octets of APPEND literals. */
    private static ScriptedServer server() {
        return ScriptedServer.playing(client -> {
            client.send("* OK [CAPABILITY IMAP4rev1 IDLE LITERAL+] scripted\r\n");
            for (String line = client.line(); ; line = client.line()) {
                if (line.endsWith("+}")) {
                    client.octets(LITERAL);
                    line += client.line();
                }
                ScriptedServer.obey(client, line);
            }
        });
    }

    @Test
    public void shouldLoseNoSessionAndNoOctetWhenTheBundleComesAndGoes() throws IOException, BundleException {
        try (ScriptedServer server = server()) {
            Listener listener = Listener.plain("plugged", server.port());
            Configuration configuration = Container.here().open(listener);
            List<ImapClient> clients = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                clients.add(ImapClient.plain(listener.port()));
                begin(clients.get(i), i);
            }
            for (int round = 0; round < 5; round++) {
                Bundle trace = Container.here()
                        .context()
                        .installBundle(Distribution.trace().toUri().toString());
                trace.start();
                assertEquals(Bundle.ACTIVE, trace.getState());
                trace.uninstall();
            }
            for (int i = 0; i < SESSIONS; i++) {
                finish(clients.get(i), i);
            }
            configuration.delete();
        }
    }

    /** Every third session idles, every third is inside a literal, the others stand between commands. */
    private static void begin(ImapClient client, int number) throws IOException {
        client.command("LOGIN a b").orFail();
        if (number % 3 == 0) {
            client.begin("IDLE");
            assertTrue(client.response().startsWith("+"));
        } else if (number % 3 == 1) {
            client.wire().send("A2 APPEND x {" + LITERAL + "+}\r\n" + "a".repeat(LITERAL / 2));
        } else {
            client.command("NOOP").orFail();
        }
    }

    private static void finish(ImapClient client, int number) throws IOException {
        if (number % 3 != 2) {
            client.wire().send(number % 3 == 0 ? "DONE\r\n" : "b".repeat(LITERAL / 2) + "\r\n");
            client.finish("A2").orFail();
        }
        client.wire().send("zz NOOP\r\n");
        client.finish("zz").orFail();
        client.close();
    }
}
