package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;

/** An interceptor is a service: it joins sessions that are open, in the listener's order, and leaves them without a trace. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class InterceptorServiceTest {
    private ServiceRegistration<InterceptorFactory> register(Witness witness, String id) {
        return Container.here()
                .register(
                        InterceptorFactory.class,
                        witness,
                        Map.of(InterceptorFactory.ID, id, InterceptorFactory.ROLE, InterceptorFactory.OBSERVE));
    }

    @Test
    public void shouldSeeCommandsAndResponsesWhenRegisteredUnderALiveSession() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("live", server.port());
            Configuration configuration = Container.here().open(listener);
            Witness witness = new Witness("w");
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                ServiceRegistration<InterceptorFactory> registration = register(witness, "witness");
                Await.until(
                        "the interceptor to have joined",
                        () -> client.command("NOOP").ok() && witness.saw("w command NOOP"));
                client.command("SELECT INBOX").orFail();
                assertTrue(witness.saw("w command SELECT"));
                assertTrue(witness.saw("w response OK"));
                registration.unregister();
                int seen = witness.calls().size();
                client.command("CHECK").orFail();
                assertEquals(
                        List.of("w detach"),
                        witness.calls().subList(seen - 1, witness.calls().size()),
                        "no call after unregister");
            }
            configuration.delete();
        }
    }

    @Test
    public void shouldFollowTheListenersOrderWhenTwoAreNamed() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Witness both = new Witness("first");
            ServiceRegistration<InterceptorFactory> two = register(both.named("second"), "zwei");
            ServiceRegistration<InterceptorFactory> one = register(both, "eins");
            Listener listener = Listener.plain("order", server.port()).with("interceptors", "eins, zwei");
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
                client.command("CHECK").orFail();
                assertTrue(both.calls().indexOf("first command CHECK")
                        < both.calls().indexOf("second command CHECK"));
                assertTrue(both.calls().lastIndexOf("second response OK")
                        < both.calls().lastIndexOf("first response OK"));
            }
            configuration.delete();
            one.unregister();
            two.unregister();
        }
    }

    @Test
    public void shouldNotBeAskedWhenTheListenerDoesNotNameIt() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Witness witness = new Witness("w");
            ServiceRegistration<InterceptorFactory> registration = register(witness, "stranger");
            Listener listener = Listener.plain("alone", server.port()).with("interceptors", "other?");
            Configuration configuration = Container.here().open(listener);
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("LOGIN a b").orFail();
            }
            assertEquals(List.of(), witness.calls());
            configuration.delete();
            registration.unregister();
        }
    }
}
