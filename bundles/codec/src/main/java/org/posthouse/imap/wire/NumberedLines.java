package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * Runs of whole lines such as {@code * 12 FETCH (FLAGS (\Seen))}: untagged, numbered, without a literal. They are most
 * of what servers send, and nobody but an interceptor has to look at them one by one.
 */
final class NumberedLines {

    private static final long LF = Octets.pattern('\n');
    private static final int DIGIT_AT = 2;
    private static final int SHORTEST = 4;

    private NumberedLines() {}

    /**
     * Where the run that begins at {@code from} ends; {@code from} if there is none.
     *
     * <p>Reads through the buffer's NIO view: its bounds checks are the compiler's, a third of the price of
     * {@link ByteBuf#getLongLE} per word.
     */
    static int end(ByteBuf buf, int from, int to) {
        if (buf.nioBufferCount() != 1) {
            return from;
        }
        ByteBuffer octets = buf.internalNioBuffer(from, to - from);
        int start = octets.position();
        int limit = octets.limit();
        int line = start;
        while (limit - line >= SHORTEST && numbered(octets, line)) {
            int lineFeed = lineFeed(octets, line + DIGIT_AT + 1, limit);
            if (lineFeed < 0 || announces(octets, lineFeed)) {
                break;
            }
            line = lineFeed + 1;
        }
        return from + line - start;
    }

    private static boolean numbered(ByteBuffer octets, int line) {
        byte digit = octets.get(line + DIGIT_AT);
        return octets.get(line) == '*' && octets.get(line + 1) == ' ' && digit >= '0' && digit <= '9';
    }

    private static boolean announces(ByteBuffer octets, int lineFeed) {
        byte last = octets.get(lineFeed - 1);
        return last == '}' || (last == '\r' && octets.get(lineFeed - 2) == '}');
    }

    private static int lineFeed(ByteBuffer octets, int from, int limit) {
        int at = from;
        for (int last = limit - Octets.WORD; at <= last; at += Octets.WORD) {
            int hit = Octets.until(Long.reverseBytes(octets.getLong(at)), LF);
            if (hit < Octets.WORD) {
                return at + hit;
            }
        }
        while (at < limit) {
            if (octets.get(at) == '\n') {
                return at;
            }
            at++;
        }
        return -1;
    }
}
