package org.posthouse.embed.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on loopback that greets and says OK to every line; each connection has a thread, all end with the port. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket port;

    private MailServer(ServerSocket port) {
        this.port = port;
    }

    /** One on a free port. */
    public static MailServer start() {
        try {
            MailServer server = new MailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            spawn("test-server-accept", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = port.accept();
            spawn("test-server", () -> serve(client));
        }
    }

    private static void serve(Socket socket) throws IOException {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, "* OK [CAPABILITY IMAP4rev1] scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(socket, line.split(" ")[0] + " OK done");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Work that ends when somebody closes its socket. */
    private interface Work {
        void run() throws IOException;
    }

    private static void spawn(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // the end of the connection, or of the fixture
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
