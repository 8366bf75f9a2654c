package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.posthouse.imap.token.Octets;

/**
 * A message that somebody wants whole, on its way in: lines and literals as they come, up to a bound. On the heap, since
 * that is where messages live that interceptors keep.
 */
final class Assembly {

    private static final int FIRST = 512;

    private byte[] octets = new byte[0];
    private int length;
    private int most;
    private boolean open;

    /** Begins a message that may have so many octets. */
    void begin(int bound) {
        most = bound;
        length = 0;
        open = true;
    }

    /** Whether a message is under way. */
    boolean isOpen() {
        return open;
    }

    /** Whether so many octets more are within the bound. */
    boolean takes(long more) {
        return more <= most - length;
    }

    int length() {
        return length;
    }

    void append(ByteBuf in, int pos, int end) {
        int grown = length + end - pos;
        if (grown > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(FIRST, Math.max(grown, octets.length * 2)));
        }
        in.getBytes(pos, octets, length, end - pos);
        length = grown;
    }

    /** Hands the octets over; nothing is under way any more. */
    Octets take() {
        Octets whole = Octets.owning(octets, 0, length);
        drop();
        return whole;
    }

    void drop() {
        octets = new byte[0];
        length = 0;
        open = false;
    }
}
