package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.cm.Configuration;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.ScriptedServer;

/** A listener is a factory configuration: made, changed and deleted through Configuration Admin, files or no files. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class ListenerConfigurationTest {
    @Test
    public void shouldServeWhenAConfigurationIsMadeAndCloseWhenItIsDeleted() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("made", server.port());
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                assertEquals(Optional.of("open"), Container.here().state("made"));
                configuration.delete();
                assertTrue(client.wire().rest().startsWith("* BYE "));
            }
            Await.until("the port to close", () -> !Ports.open(listener.port()));
            Await.until(
                    "the announcement to go",
                    () -> Container.here().state("made").isEmpty());
        }
    }

    @Test
    public void shouldKeepTheSessionWhenItsListenerMoves() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("moved", server.port());
            Listener elsewhere = listener.at(Ports.free());
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                Container.here().change(configuration, elsewhere);
                Await.until("the new port", () -> Ports.open(elsewhere.port()));
                Await.until("the old port to close", () -> !Ports.open(listener.port()));
                client.command("NOOP").orFail();
            }
            configuration.delete();
        }
    }

    @Test
    public void shouldKeepTheOldOneInForceWhenTheChangeIsInvalid() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("kept", server.port());
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                Container.here().change(configuration, listener.at(Ports.free()).with("unheard-of", "1"));
                Container.here().change(configuration, listener.with("tls", "perhaps"));
                client.command("NOOP").orFail();
            }
            try (ImapClient another = ImapClient.plain(listener.port())) {
                another.command("LOGIN a b").orFail();
            }
            configuration.delete();
        }
    }

    @Test
    public void shouldTellWhenThePortIsTaken() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("taken", server.port()).at(server.port());
            Configuration configuration = Container.here().open(listener);
            Await.until(
                    "the announcement", () -> Container.here().state("taken").equals(Optional.of("taken")));
            configuration.delete();
        }
    }
}
