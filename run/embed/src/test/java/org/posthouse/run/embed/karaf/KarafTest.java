package org.posthouse.run.embed.karaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.embed.peer.Await;
import org.posthouse.embed.peer.MailClient;
import org.posthouse.embed.peer.MailServer;
import org.posthouse.run.embed.Built;

@Tag("container")
class KarafTest {

    private static final Duration INSTALLING = Duration.ofMinutes(3);
    private static final String TOO_BIG = "APPEND INBOX {70000000}";

    @TempDir
    Path folder;

    @Test
    void shouldServeFromInstallationToRemovalWhenDroppedIntoKaraf() throws Exception {
        try (MailServer server = MailServer.start();
                Karaf karaf = Karaf.start(folder)) {
            drop(
                    Built.target().resolve("posthouse-" + System.getProperty("posthouse.version") + ".kar"),
                    karaf.deploy());
            int port = karaf.freePort();
            Files.writeString(
                    karaf.etc().resolve("org.posthouse.listener-office.cfg"),
                    String.join(
                            "\n",
                            "listen = 127.0.0.1:" + port,
                            "tls = off",
                            "upstream = 127.0.0.1:" + server.port(),
                            "upstream.tls = off"));
            Await.until("the port", INSTALLING, () -> karaf.accepts(port));
            assertTrue(Files.exists(karaf.etc().resolve("org.posthouse.listener-example.cfg.off")));
            assertTrue(!karaf.threads("posthouse-").isEmpty());
            use(karaf, port);
            assertEquals(List.of(), karaf.threads("posthouse-"), "threads after the removal");
        }
    }

    /** A session through it all: an interceptor comes and goes, then everything goes. */
    private static void use(Karaf karaf, int port) throws IOException {
        try (MailClient client = new MailClient(port)) {
            assertTrue(client.line().orElse("").startsWith("* OK"));
            assertEquals("a0 OK done", client.ask("a0 LOGIN fred secret"));
            assertEquals("a1 OK done", client.ask("a1 " + TOO_BIG));
            Path limit = drop(Built.example("append-limit"), karaf.deploy());
            Await.until("the interceptor in the session", () -> client.ask("b " + TOO_BIG)
                    .startsWith("b NO [TOOBIG] posthouse: "));
            Files.delete(limit);
            Await.until(
                    "the session without it", () -> client.ask("c " + TOO_BIG).equals("c OK done"));
            Files.delete(karaf.deploy().resolve("posthouse-" + System.getProperty("posthouse.version") + ".kar"));
            Await.until("BYE", INSTALLING, () -> client.line().orElse("").startsWith("* BYE"));
            Await.until("the closed port", INSTALLING, () -> !karaf.accepts(port));
            Await.until(
                    "the last thread's end", () -> karaf.threads("posthouse-").isEmpty());
        }
    }

    /** Whole or not at all: Karaf looks twice a second. */
    private static Path drop(Path file, Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName());
        Path hidden = Files.copy(file, folder.resolveSibling("." + file.getFileName()));
        return Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
