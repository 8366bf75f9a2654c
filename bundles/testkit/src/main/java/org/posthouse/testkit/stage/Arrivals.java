package org.posthouse.testkit.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Octets that were sent and not read, in packets of 32 KiB at most. Lives on the loop's thread. */
final class Arrivals {

    private static final int READ_MOST = 32 * 1024;

    private final Deque<InputStream> packets = new ArrayDeque<>();

    void add(InputStream octets) {
        packets.add(octets);
    }

    /** The next packet, empty if there is none. */
    byte[] next() {
        try {
            while (!packets.isEmpty()) {
                byte[] packet = packets.peek().readNBytes(READ_MOST);
                if (packet.length > 0) {
                    return packet;
                }
                packets.remove();
            }
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
