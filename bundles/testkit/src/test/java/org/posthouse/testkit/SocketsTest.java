package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.posthouse.testkit.Failures.fails;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same scripts over real sockets. */
@Tag("dialogue")
class SocketsTest {

    private static final String SCRIPT = """
            C>S a1 APPEND INBOX {1000000}
            S>C + go
            C>S ${octets 1000000}
            S>C a1 OK done
            C2>S a1 NOOP
            S2>C a1 OK
            C2>S a2 LOGOUT
            S2>C * BYE bye
            S2>C a2 OK bye
            ! closes S2
            ! closed C2
            """;

    @Test
    void shouldPlayAScriptOverSocketsWhenAskedTo() {
        Peeping peeping = new Peeping();
        try (Testkit kit = Testkit.with(peeping.plug()).overSockets()) {
            kit.script(SCRIPT);
            kit.unplug("peeping");
            assertThrows(UnsupportedOperationException.class, () -> kit.advance(Duration.ofSeconds(1)));
        }
        assertTrue(peeping.seen.contains("a1 OK done"));
    }

    @Test
    void shouldFindFaultsOverSocketsToo() {
        Peeping peeping = new Peeping();
        fails(
                () -> {
                    try (Testkit kit = Testkit.with(peeping.plug()).overSockets()) {
                        kit.script("C>S a1 NOOP\nS>C a1 OK");
                        assertThrows(
                                IllegalStateException.class,
                                () -> peeping.session.orElseThrow().authenticated());
                    }
                },
                "Session.authenticated() was called on thread");
    }

    @Test
    void shouldPlayAgainstAProxyThatRunsElsewhere() throws IOException {
        try (ScriptedServer server = ScriptedServer.listening();
                ServerSocket proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread relay = new Thread(() -> relay(proxy, server.address()), "relay");
            relay.setDaemon(true);
            relay.start();
            InetSocketAddress address = (InetSocketAddress) proxy.getLocalSocketAddress();
            try (Testkit kit = Testkit.with().against(address, SocketFactory.getDefault(), server)) {
                kit.script(SCRIPT);
                assertThrows(UnsupportedOperationException.class, () -> kit.plug(Plug.of("x", new Peeping())));
            }
        }
    }

    /** Somebody else's proxy: it only relays. */
    private static void relay(ServerSocket port, InetSocketAddress server) {
        try {
            while (true) {
                Socket client = port.accept();
                Socket upstream = new Socket(server.getAddress(), server.getPort());
                carry(client, upstream);
                carry(upstream, client);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void carry(Socket from, Socket to) {
        Thread thread = new Thread(
                () -> {
                    try (from;
                            to) {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException closed) {
                        return;
                    }
                },
                "carry");
        thread.setDaemon(true);
        thread.start();
    }
}
