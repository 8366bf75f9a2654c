package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;

/** The commands {@code imap:*} in a Gogo that comes when everything runs already, as in somebody else's container. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class GogoTest {

    @Test
    public void shouldShowAndEndSessionsWhenSomebodyTypesTheCommands() throws Exception {
        Bundle gogo = Container.here().context().installBundle(runtime().toUri().toString());
        gogo.start();
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient()::play)) {
            Listener listener = Listener.plain("gogo", server.port());
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN fred secret").orFail();
                Await.until("the command", () -> run("imap:sessions user=fred").contains("fred"));
                assertTrue(run("imap:listeners").contains("gogo"));
                assertTrue(run("imap:chain gogo").startsWith("CHAIN"));
                assertTrue(run("imap:stats").contains("gogo"));
                assertThrows(Exception.class, () -> run("imap:drain nobody"));

                assertEquals("1 session is ending\n", run("imap:kick user=fred good bye"));

                assertEquals("* BYE posthouse: good bye", client.response());
            }
            configuration.delete();
        }
        gogo.uninstall();
    }

    private static String run(String command) throws Exception {
        CommandProcessor processor = Container.here().service(CommandProcessor.class);
        try (CommandSession session = processor.createSession(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream())) {
            return String.valueOf(session.execute(command));
        }
    }

    /** From the class path of the JVM that the container runs in. */
    private static Path runtime() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> entry.contains("org.apache.felix.gogo.runtime-"))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Gogo on the class path"));
    }
}
