package org.example.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import io.netty.util.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.embed.Plugged;

@Tag("dialogue")
class GatewayTest {

    @Test
    void shouldAnswerAsItsInterceptorSaysWhileItIsIn() throws IOException {
        try (ServerSocket server = server();
                Gateway gateway = new Gateway("127.0.0.1", server.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            client.setSoTimeout(20_000);
            BufferedReader in = reader(client);
            assertTrue(in.readLine().startsWith("* OK"));
            assertEquals("a1 OK done", ask(client, in, "a1 CREATE x"));
            try (Plugged freeze = gateway.freeze("ask the help desk")) {
                assertEquals("a2 NO posthouse: ask the help desk", ask(client, in, "a2 CREATE x"));
            }
            assertEquals("a3 OK done", ask(client, in, "a3 CREATE x"));
            assertEquals(1, gateway.sessions());
        }
    }

    @Test
    void shouldHaveOneNettyAndItsLibrariesWhenTheVersionsAreTheBoms() {
        Set<String> versions = Version.identify().values().stream()
                .map(Version::artifactVersion)
                .collect(Collectors.toSet());
        assertEquals(1, versions.size(), () -> versions.toString());
        assertTrue(OpenSsl.isAvailable() || !System.getProperty("os.arch").equals("amd64"));
    }

    private static String ask(Socket client, BufferedReader in, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return in.readLine();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Greets one client and says OK to all that it says. */
    private static ServerSocket server() throws IOException {
        ServerSocket port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket client = port.accept()) {
                client.getOutputStream().write("* OK hello\r\n".getBytes(StandardCharsets.US_ASCII));
                BufferedReader in = reader(client);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    client.getOutputStream()
                            .write((line.split(" ")[0] + " OK done\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return port;
    }
}
