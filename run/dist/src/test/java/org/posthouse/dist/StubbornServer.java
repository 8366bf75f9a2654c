package org.posthouse.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Just enough of a mail server to keep a session inside a literal, where a drain has to wait. */
final class StubbornServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    StubbornServer() throws IOException {
        Thread thread = new Thread(this::serve, "stubborn-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Logs a client in through the proxy and sends the first bytes of a literal, no more; returns the open connection. */
    Socket holdHalfALiteral(int proxy) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy);
        client.setSoTimeout(30_000);
        BufferedReader in = reader(client);
        expect(in, "* OK");
        send(client, "a1 LOGIN demo demo\r\n");
        expect(in, "a1 OK");
        send(client, "a2 APPEND INBOX {100}\r\n");
        expect(in, "+");
        send(client, "half of it");
        return client;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            BufferedReader in = reader(client);
            send(client, "* OK IMAP4rev1 stubborn\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer(client, line);
            }
        } catch (IOException ended) {
            // The test is over, or the proxy left.
        }
    }

    private static void answer(Socket client, String line) throws IOException {
        String tag = line.substring(0, Math.max(0, line.indexOf(' ')));
        if (line.endsWith("}")) {
            send(client, "+ go on\r\n");
        } else if (!tag.isEmpty()) {
            send(client, tag + " OK done\r\n");
        }
    }

    private static void expect(BufferedReader in, String beginning) throws IOException {
        String line = String.valueOf(in.readLine());
        while (line.startsWith("* ") && !line.startsWith(beginning)) {
            line = String.valueOf(in.readLine());
        }
        if (!line.startsWith(beginning)) {
            throw new UncheckedIOException(new IOException("expected " + beginning + " but got " + line));
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
