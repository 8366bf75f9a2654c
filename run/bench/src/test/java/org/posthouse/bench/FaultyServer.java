package org.posthouse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.posthouse.bench.sink.Answers;

/** Right until the first command of the workload, then faulty, then gone. Serves one client on a thread of its own. */
final class FaultyServer implements AutoCloseable {
    private final Fault fault;
    private final ServerSocket port;

    FaultyServer(Fault fault) {
        this.fault = fault;
        try {
            port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread server = new Thread(this::serve, "faulty-server");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return port.getLocalPort();
    }

    private void serve() {
        try (Socket client = port.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            out.write("* OK faulty\r\n".getBytes(StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String tag = line.substring(0, line.indexOf(' '));
                if (line.contains("LOGIN")) {
                    out.write(Answers.done(tag, "u0"));
                } else if (line.contains("SELECT")) {
                    out.write(Answers.select());
                    out.write(Answers.done(tag, "u0"));
                } else {
                    out.write(fault.spoil(answer(tag)));
                    return;
                }
            }
        } catch (IOException gone) {
            // The client heard enough.
        }
    }

    private byte[] answer(String tag) {
        byte[] data =
                switch (fault.workload()) {
                    case FLAGS -> Answers.flags();
                    case BODY_4K -> Answers.body(Answers.SMALL);
                    default -> new byte[0];
                };
        return (new String(data, StandardCharsets.ISO_8859_1)
                        + new String(Answers.done(tag, "u0"), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException ignored) {
            // It was for this test only.
        }
    }
}
