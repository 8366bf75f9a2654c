package org.posthouse.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * What goes over the control socket, in UTF-8. A request is one line, a command's name and its arguments. The answer is a line with an
 * exit code, then text to print, then the end of the connection.
 */
final class ControlLine {
    /** Octets of a request, its line end not counted. */
    static final int LONGEST = 4_096;

    private ControlLine() {}

    /**
     * The bytes up to the first line end; what follows is ignored.
     *
     * @throws IOException if the line is too long: half of a request is another request
     */
    static String readLine(SocketChannel channel) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer octet = ByteBuffer.allocate(1);
        while (channel.read(octet.clear()) > 0 && octet.get(0) != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("a request of more than " + LONGEST + " octets");
            }
            line.write(octet.get(0));
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    static String readAll(SocketChannel channel) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(LONGEST);
        while (channel.read(some.clear()) >= 0) {
            text.write(some.array(), 0, some.position());
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    static void write(SocketChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
