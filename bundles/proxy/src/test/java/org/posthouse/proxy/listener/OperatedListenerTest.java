package org.posthouse.proxy.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.session.ListenerSessions;
import org.posthouse.proxy.tls.Configured;
import org.posthouse.proxy.tls.TlsLibrary;
import org.posthouse.proxy.transport.Sockets;

/** An operator's verbs on a listener with real sessions: a client, the proxy, a server that answers every command but HANG. */
@Tag("dialogue")
class OperatedListenerTest {

    @TempDir
    Path conf;

    private final RecordedStates states = new RecordedStates();
    private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();
    private final ListenerRegister register = new ListenerRegister();
    private final InterceptorTracker tracker = new InterceptorTracker();
    private final ProxyRuntime runtime = new ProxyRuntime(Sockets.choose(), TlsLibrary.choose());
    private final CompletableFuture<Void> plugins = new CompletableFuture<>();
    private ServerSocket server;
    private ListenerComponent component;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        resources.add(server);
        Thread accepting = new Thread(this::accept, "test-server");
        accepting.setDaemon(true);
        accepting.start();
        component = made(states);
    }

    private ListenerComponent made(StateSink states) {
        return new ListenerComponent(
                runtime,
                register,
                plugins,
                Sessions.of(new ListenerSessions("test", tracker, runtime.numbers("test"))),
                states,
                Optional.of(conf.toString()),
                raw());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : resources) {
            each.close();
        }
        component.deactivate();
        runtime.stop();
        states.assertSilentAfterTheEnd();
    }

    @Test
    void shouldCloseThePortAndEndSessionsWhenDrainedAndServeAgainWhenUndrained() throws IOException {
        Client before = connected();

        assertTrue(register.drain("test"));

        states.await(ListenerState.DRAINED);
        assertEquals("* BYE [UNAVAILABLE] posthouse: this service is closing, connect again later", before.line());
        assertThrows(ConnectException.class, () -> new Client(port));
        assertEquals(ListenerState.DRAINED, status().state());
        assertEquals("", status().address());
        assertTrue(register.undrain("test"));
        states.await(ListenerState.OPEN);
        new Client(states.port()).ask("a1 NOOP", "a1 OK");
    }

    @Test
    void shouldNotTouchSessionsThatCameAfterUndrainWhenTheDrainsTimeIsOver() throws IOException {
        Client stuck = connected();
        stuck.say("a1 HANG");
        RecordedStates.await(() -> hanging.contains("a1 HANG"));
        register.drain("test");
        register.undrain("test");
        RecordedStates.await(() -> states.state() == ListenerState.OPEN && states.port() != port);
        Client after = new Client(states.port());
        after.ask("b1 NOOP", "b1 OK");

        assertEquals("* BYE [UNAVAILABLE] posthouse: this service is closing, connect again later", stuck.line());

        after.ask("b2 NOOP", "b2 OK");
        RecordedStates.await(() -> register.sessions().size() == 1);
        assertEquals(1, register.sessions().size());
    }

    @Test
    void shouldStayDrainedWhenReconfiguredUnlessThePortIsAnotherOne() throws IOException {
        connected();
        register.drain("test");
        states.await(ListenerState.DRAINED);

        component.modified(raw("timeout.idle", "2h"));
        component.modified(raw("tls", "nonsense"));
        component.modified(raw("timeout.idle", "3h"));
        register.drain("test");
        RecordedStates.await(() -> status().route().isPresent());
        assertEquals(ListenerState.DRAINED, states.state());

        component.modified(raw("listen", "localhost:0"));
        states.await(ListenerState.OPEN);
    }

    @Test
    void shouldOpenNoPortWhenDrainedBeforeThePluginsAreThere() {
        register.drain("test");
        states.await(ListenerState.DRAINED);
        RecordedStates.await(() -> status().route().isPresent());
        plugins.complete(null);
        component.modified(raw("timeout.idle", "2h"));
        register.undrain("test");

        states.await(ListenerState.OPEN);
    }

    @Test
    void shouldSayInvalidAgainWhenUndrainedWithAFaultyConfiguration() {
        RecordedStates others = new RecordedStates();
        ListenerRegister own = new ListenerRegister();
        ListenerComponent faulty = new ListenerComponent(
                runtime,
                own,
                plugins,
                Sessions.of(new ListenerSessions("test", tracker, runtime.numbers("test"))),
                others,
                Optional.of(conf.toString()),
                raw("tls", "nonsense"));
        others.await(ListenerState.INVALID);
        own.drain("test");
        others.await(ListenerState.DRAINED);
        own.undrain("test");
        others.await(ListenerState.INVALID);
        faulty.deactivate();
    }

    @Test
    void shouldSilentlyEndWhenItsFileIsDeletedWhileItDrains() throws IOException {
        Client stuck = connected();
        stuck.say("a1 HANG");
        RecordedStates.await(() -> hanging.contains("a1 HANG"));
        register.drain("test");
        component.deactivate();
        register.undrain("test");

        assertEquals("* BYE [UNAVAILABLE] posthouse: this service is closing, connect again later", stuck.line());
        assertThrows(ConnectException.class, () -> new Client(port));
    }

    @Test
    void shouldGiveNoIdTwiceWhenAListenerIsMadeAnew() throws IOException {
        connected();
        assertEquals(List.of("test-1"), ids());
        component.deactivate();

        RecordedStates others = new RecordedStates();
        ListenerComponent again = made(others);
        others.await(ListenerState.OPEN);
        new Client(others.port());

        assertEquals(List.of("test-2"), ids());
        assertEquals(1, status().visits().opened());
        again.deactivate();
    }

    private List<String> ids() {
        return register.sessions().stream().map(SessionStatus::id).toList();
    }

    @Test
    void shouldShowAndEndSessionsByWhoTheyAreFrom() throws IOException {
        Client one = connected();
        Client two = new Client(port);
        two.ask("a1 NOOP", "a1 OK");
        String id = register.sessions().stream()
                .filter(s -> s.traffic().commands() == 1)
                .findFirst()
                .orElseThrow()
                .id();

        assertEquals(0, register.kick(new SessionFilter.Listener("other"), "x"));
        assertEquals(0, register.kick(SessionFilter.parse("address=10.0.0.0/8"), "x"));
        assertEquals(1, register.kick(new SessionFilter.Session(id), "enough"));
        assertEquals("* BYE posthouse: enough", two.line());
        RecordedStates.await(() -> register.sessions().size() == 1);
        assertTrue(register.sessions().get(0).client().startsWith("127.0.0.1:"));
        assertEquals(1, register.kick(SessionFilter.parse("address=127.0.0.0/8"), "you too"));
        assertEquals("* BYE posthouse: you too", one.line());
        RecordedStates.await(() -> status().sessions() == 0);
        assertEquals(2, status().visits().opened());
        assertTrue(status().traffic().toClients() > 0);
    }

    @Test
    void shouldKnowNobodyWhoIsNotThere() {
        assertFalse(register.drain("nobody"));
        assertFalse(register.undrain("nobody"));
        assertFalse(register.switched("nobody", "x", false));
        assertFalse(register.switched("test", "x", true));
        assertFalse(register.readmit("test", "x"));
        assertEquals(List.of(), register.sessions());
    }

    @Test
    void shouldRefuseToWaitForItselfWhenAskedOnAnEventLoop() {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        runtime.transport().workers().iterator().next().execute(() -> {
            try {
                register.sessions();
                thrown.complete(new AssertionError("it answered"));
            } catch (IllegalStateException refused) {
                thrown.complete(refused);
            }
        });
        assertEquals("not on an event loop", thrown.join().getMessage());
    }

    private final List<String> hanging = new CopyOnWriteArrayList<>();
    private int port;

    private Client connected() throws IOException {
        plugins.complete(null);
        states.await(ListenerState.OPEN);
        port = states.port();
        return new Client(port);
    }

    private ListenerStatus status() {
        return register.status().get(0);
    }

    private Map<String, Object> raw(String... changes) {
        List<String> keys = new ArrayList<>(List.of(changes));
        keys.addAll(0, List.of("upstream", "127.0.0.1:" + server.getLocalPort(), "timeout.drain", "1s"));
        return Configured.raw(keys.toArray(String[]::new));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                resources.add(socket);
                Thread answering = new Thread(() -> answer(socket), "test-server-session");
                answering.setDaemon(true);
                answering.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void answer(Socket socket) {
        try {
            socket.getOutputStream().write("* PREAUTH hi\r\n".getBytes(US_ASCII));
            BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.endsWith("HANG")) {
                    hanging.add(line);
                } else {
                    socket.getOutputStream().write((line.split(" ")[0] + " OK\r\n").getBytes(US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The proxy went away.
        }
    }

    /** A client that has been greeted. */
    private final class Client {

        private final Socket socket;
        private final BufferedReader reader;

        private Client(int to) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), to);
            socket.setSoTimeout(20_000);
            resources.add(socket);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            assertEquals("* PREAUTH hi", line());
        }

        private String line() throws IOException {
            return reader.readLine();
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        }

        private void ask(String command, String answer) throws IOException {
            say(command);
            assertEquals(answer, line());
        }
    }
}
