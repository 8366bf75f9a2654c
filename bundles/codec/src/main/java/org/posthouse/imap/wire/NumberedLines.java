package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Runs of whole lines such as {@code * 12 FETCH (FLAGS (\Seen))}: untagged, numbered, without a literal. They are most
 * of what servers send, and nobody but an interceptor has to look at them one by one.
 */
final class NumberedLines {

    // Views with a fixed byte order cost half of what ByteBuffer.getLong does, which asks for the order each time.
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int HEAD = 3;
    private static final int BETWEEN = Integer.reverseBytes('\r' << 24 | '\n' << 16 | '*' << 8 | ' ');

    private NumberedLines() {}

    /**
     * Where the run that begins at {@code from} ends; {@code from} if there is none. A line that ends in a bare LF ends
     * it, and so may the buffer's last line: those are for the framer.
     *
     * <p>Goes word by word, not line by line: where a word is read does not depend on where the last line ended, so
     * the processor reads ahead.
     */
    static int end(ByteBuf buf, int from, int to) {
        if (to - from < Octets.WORD || buf.nioBufferCount() != 1) {
            return from;
        }
        ByteBuffer octets = buf.internalNioBuffer(from, to - from);
        int start = octets.position();
        return numbered(octets, start) ? from + run(octets, start, octets.limit()) - start : from;
    }

    private static boolean numbered(ByteBuffer octets, int line) {
        return octets.get(line) == '*' && octets.get(line + 1) == ' ' && digit(octets.get(line + 2));
    }

    private static int run(ByteBuffer octets, int start, int limit) {
        int line = start;
        int last = limit - Octets.WORD;
        for (int at = start + HEAD; at <= last; at += Octets.WORD) {
            long low = Octets.upToLineFeed((long) LONGS.get(octets, at));
            while (low != 0) {
                int hit = at + (Long.numberOfTrailingZeros(low) >>> 3);
                if (hit - HEAD <= last && continues((long) LONGS.get(octets, hit - HEAD))) {
                    line = hit + 1;
                } else if (octets.get(hit) == '\n') {
                    return announces(octets, hit) ? line : hit + 1;
                }
                low &= low - 1;
            }
        }
        return line;
    }

    /** Of the octets from three before to four behind: a line that announces nothing, and a numbered one behind it. */
    private static boolean continues(long around) {
        return (int) (around >>> 16) == BETWEEN && (byte) (around >>> 8) != '}' && digit((byte) (around >>> 48));
    }

    private static boolean digit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static boolean announces(ByteBuffer octets, int lineFeed) {
        byte last = octets.get(lineFeed - 1);
        return last == '}' || (last == '\r' && octets.get(lineFeed - 2) == '}');
    }
}
