package org.posthouse.proxy.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.admin.ListenerState;
import org.posthouse.proxy.config.Fault;
import org.posthouse.proxy.tls.Configured;
import org.posthouse.proxy.tls.TlsLibrary;
import org.posthouse.proxy.transport.Sockets;
import org.slf4j.LoggerFactory;

@Tag("dialogue")
class ListenerComponentTest {

    @TempDir
    Path conf;

    private final GreetingSessions sessions = new GreetingSessions();
    private final RecordedStates states = new RecordedStates();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ProxyRuntime runtime = new ProxyRuntime(Sockets.choose(), TlsLibrary.choose());
    private final ListenerRegister register = new ListenerRegister();
    private final CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @BeforeEach
    void listenToTheLog() {
        log.start();
        logger().setLevel(ch.qos.logback.classic.Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void closeAll() throws Exception {
        sessions.gone.complete(null);
        for (AutoCloseable each : resources) {
            each.close();
        }
        runtime.stop();
        logger().detachAppender(log);
        states.assertSilentAfterTheEnd();
    }

    @Test
    void shouldServeWhenConfigured() throws IOException {
        activate(Configured.raw("upstream", "127.0.0.1:11"));

        states.await(ListenerState.OPEN);
        assertEquals("127.0.0.1:11", connect(states.port()).readLine());
        assertEquals(1, sessions.configured.size());
    }

    @Test
    void shouldGiveNewSessionsTheNewUpstreamAndKeepOldOnesWhenFileIsEdited() throws IOException {
        ListenerComponent component = activate(Configured.raw("upstream", "127.0.0.1:11"));
        states.await(ListenerState.OPEN);
        int port = states.port();
        BufferedReader old = connect(port);
        assertEquals("127.0.0.1:11", old.readLine());

        for (int edit = 2; edit <= 11; edit++) {
            int number = edit;
            component.modified(Configured.raw("upstream", "127.0.0.1:1" + edit, "timeout.idle", edit + "h"));
            RecordedStates.await(() -> sessions.configured.size() == number);
        }

        RecordedStates.await(() -> said("event=configured") == 10);
        assertEquals("127.0.0.1:111", connect(port).readLine());
        assertEquals(port, states.port());
        assertEquals(
                Duration.ofHours(11), sessions.configured.get(10).timeouts().idle());
        assertTrue(sessions.open.get(0).isActive());
    }

    @Test
    void shouldOpenTheNewPortAndCloseTheOldWhenListenChanges() throws IOException {
        ListenerComponent component = activate(Configured.raw());
        states.await(ListenerState.OPEN);
        int before = states.port();
        connect(before).readLine();

        int after = freePort();
        component.modified(Configured.raw("listen", "127.0.0.1:" + after));
        RecordedStates.await(() -> states.port() == after);

        connect(after).readLine();
        assertThrows(ConnectException.class, () -> connect(before));
        assertTrue(sessions.open.get(0).isActive(), "a session behind the old port goes on");
    }

    @Test
    void shouldKeepPortAndConfigurationWhenTheNewPortIsTaken() throws IOException {
        ServerSocket taken = occupy();
        ListenerComponent component = activate(Configured.raw("upstream", "127.0.0.1:11"));
        states.await(ListenerState.OPEN);

        component.modified(Configured.raw("listen", "127.0.0.1:" + taken.getLocalPort(), "upstream", "127.0.0.1:12"));
        RecordedStates.await(() -> said("event=kept") == 1);

        assertEquals("127.0.0.1:11", connect(states.port()).readLine());
        assertEquals(ListenerState.OPEN, states.state());
        assertTrue(line("event=kept")
                .contains("key=listen reason=\"127.0.0.1:" + taken.getLocalPort() + ": the port is in use\""));
        RecordedStates.await(() -> kept().equals(List.of("listen")));
        assertEquals(List.of("listen"), kept());
    }

    @Test
    void shouldMoveWhenTheNewAddressCoversTheOld() throws IOException {
        int port = freePort();
        ListenerComponent component =
                activate(Configured.raw("listen", "127.0.0.1:" + port, "upstream", "127.0.0.1:11"));
        states.await(ListenerState.OPEN);

        component.modified(Configured.raw("listen", "*:" + port, "upstream", "127.0.0.1:12"));
        RecordedStates.await(() -> said("state=open listen=*:" + port) == 1 && sessions.configured.size() == 2);

        RecordedStates.await(() -> greeted(port).equals("127.0.0.1:12"));
        assertEquals("127.0.0.1:12", greeted(port));
    }

    @Test
    void shouldMoveWhenTheNewAddressIsTheOldOneOrHoldsItByAnotherName() throws IOException {
        int port = freePort();
        ListenerComponent component =
                activate(Configured.raw("listen", "127.0.0.1:" + port, "upstream", "127.0.0.1:11"));
        states.await(ListenerState.OPEN);

        for (String host : List.of("0.0.0.0", "127.0.0.1", "localhost", "127.0.0.1")) {
            component.modified(Configured.raw("listen", host + ":" + port, "upstream", "127.0.0.1:12"));
            RecordedStates.await(() -> states.address().equals(host + ":" + port));
        }

        RecordedStates.await(() -> greeted(port).equals("127.0.0.1:12"));
        assertEquals(0, said("event=kept"));
    }

    @Test
    void shouldKeepEverythingAndSayItInOneLineWhenFileIsEmptiedOrFaulty() throws IOException {
        ListenerComponent component = activate(Configured.raw("upstream", "127.0.0.1:11"));
        states.await(ListenerState.OPEN);

        component.modified(Map.of("felix.fileinstall.filename", "file:/x/org.posthouse.listener-test.cfg"));
        component.modified(Configured.raw("tls", "maybe", "upstream.tls", "maybe"));
        RecordedStates.await(() -> said("event=kept") == 2);

        assertEquals(1, sessions.configured.size());
        assertEquals("127.0.0.1:11", connect(states.port()).readLine());
        assertTrue(line("event=kept").contains("the file is empty"), log.list::toString);
        RecordedStates.await(() -> kept().equals(List.of("tls", "upstream.tls")));
        assertEquals(List.of("tls", "upstream.tls"), kept());

        component.modified(Configured.raw("upstream", "127.0.0.1:11"));
        RecordedStates.await(() -> kept().isEmpty());
        assertEquals(List.of(), kept());
    }

    /** The keys that are at fault in the latest text of a listener whose older text is in force. */
    private List<String> kept() {
        return register.kept().stream()
                .flatMap(List::stream)
                .map(Fault::key)
                .sorted()
                .toList();
    }

    @Test
    void shouldNameEachFaultAndOpenLaterWhenTheFirstConfigurationIsFaulty() throws IOException {
        ListenerComponent component = activate(Configured.raw("listen", "nowhere", "tls", "maybe"));
        states.await(ListenerState.INVALID);
        assertEquals(2, said("state=invalid"));
        assertEquals(List.of(), kept());

        component.modified(Configured.raw());

        states.await(ListenerState.OPEN);
        connect(states.port()).readLine();
    }

    @Test
    void shouldSayTakenAndTryAgainOnlyWhenFileChanges() throws IOException {
        ServerSocket taken = occupy();
        ListenerComponent component = activate(Configured.raw("listen", "127.0.0.1:" + taken.getLocalPort()));
        states.await(ListenerState.TAKEN);
        assertEquals(1, said("state=taken"));

        taken.close();
        component.modified(Configured.raw("listen", "127.0.0.1:" + taken.getLocalPort(), "timeout.idle", "1h"));

        states.await(ListenerState.OPEN);
        assertEquals(taken.getLocalPort(), states.port());
    }

    @Test
    void shouldSayFailedWhenTheMachineHasNoSuchAddress() throws IOException {
        activate(Configured.raw("listen", "192.0.2.1:0"));

        states.await(ListenerState.FAILED);
        assertTrue(line("state=failed").contains("this machine has no such address"), log.list::toString);
    }

    @Test
    void shouldClosePortAtOnceAndDrainBehindItWhenFileIsDeleted() throws Exception {
        ListenerComponent component = activate(Configured.raw("timeout.drain", "7s"));
        states.await(ListenerState.OPEN);
        int port = states.port();
        connect(port).readLine();

        component.deactivate();

        assertThrows(ConnectException.class, () -> connect(port));
        RecordedStates.await(() -> !sessions.drained.isEmpty());
        assertEquals(List.of(Duration.ofSeconds(7)), sessions.drained);
        assertTrue(sessions.open.get(0).isActive(), "it ends at its own message boundary");
        assertFalse(sessions.closed);
        sessions.gone.complete(null);
        RecordedStates.await(() -> sessions.closed);
        assertTrue(sessions.closed);
    }

    @Test
    void shouldReuseThePortAtOnceWhenAFileIsRenamed() throws IOException {
        ListenerComponent first = activate(Configured.raw());
        states.await(ListenerState.OPEN);
        int port = states.port();

        first.deactivate();
        GreetingSessions others = new GreetingSessions();
        RecordedStates otherStates = new RecordedStates();
        others.gone.complete(null);
        ListenerComponent second = new ListenerComponent(
                runtime,
                register,
                gate,
                others,
                otherStates,
                Optional.of(conf.toString()),
                Configured.raw("listen", "127.0.0.1:" + port));

        otherStates.await(ListenerState.OPEN);
        second.deactivate();
    }

    @Test
    void shouldWaitForTheDrainWhenTheBundleStops() throws Exception {
        ListenerComponent component = activate(Configured.raw());
        states.await(ListenerState.OPEN);
        connect(states.port()).readLine();

        component.deactivate();
        Thread stopping = new Thread(runtime::stop);
        stopping.start();
        RecordedStates.await(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        assertTrue(sessions.open.get(0).isActive());

        sessions.gone.complete(null);
        stopping.join(20_000);
        assertFalse(stopping.isAlive());
        assertFalse(sessions.open.get(0).isActive());
    }

    @Test
    void shouldOpenNoPortWhenPluginsHaveNotSettled() throws Exception {
        CompletableFuture<Void> shut = new CompletableFuture<>();
        int port = freePort();
        ListenerComponent component = new ListenerComponent(
                runtime,
                register,
                shut,
                sessions,
                states,
                Optional.of(conf.toString()),
                Configured.raw("listen", "127.0.0.1:" + port));
        component.modified(Configured.raw("listen", "127.0.0.1:" + port, "timeout.idle", "1h"));
        RecordedStates.await(() -> sessions.configured.size() == 2);

        assertThrows(ConnectException.class, () -> connect(port));
        shut.complete(null);

        states.await(ListenerState.OPEN);
        connect(port).readLine();
    }

    @Test
    void shouldWarnAtEachStartWhenSomethingIsRisky() throws IOException {
        activate(Configured.raw("upstream", "192.0.2.1:143"));
        states.await(ListenerState.OPEN);

        assertTrue(line("key=upstream.tls").contains("in the clear to 192.0.2.1:143"), log.list::toString);
    }

    private ListenerComponent activate(Map<String, Object> raw) {
        return new ListenerComponent(runtime, register, gate, sessions, states, Optional.of(conf.toString()), raw);
    }

    private BufferedReader connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        resources.add(socket);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private String greeted(int port) {
        try {
            return String.valueOf(connect(port).readLine());
        } catch (IOException notYet) {
            return "";
        }
    }

    private ServerSocket occupy() throws IOException {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        resources.add(taken);
        return taken;
    }

    private static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    private long said(String part) {
        return List.copyOf(log.list).stream()
                .filter(e -> e.getFormattedMessage().contains(part))
                .count();
    }

    private String line(String part) {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(part))
                .findFirst()
                .orElse("");
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.posthouse.proxy.listener");
    }
}
