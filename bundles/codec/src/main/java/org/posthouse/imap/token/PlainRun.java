package org.posthouse.imap.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Octets that mean nothing in a quoted string: US-ASCII from space on, but for the quote and the backslash. Eight are
 * looked at together; what a subtraction borrows spoils only octets behind the first that was found.
 */
final class PlainRun {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWS = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = LOWS * '"';
    private static final long BACKSLASHES = LOWS * '\\';
    private static final long SPACES = LOWS * ' ';

    private PlainRun() {}

    /** The index of the first octet in [from, to) that may mean something; {@code to} if there is none. */
    static int end(byte[] array, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long octets = (long) LONGS.get(array, at);
            long quotes = octets ^ QUOTES;
            long backslashes = octets ^ BACKSLASHES;
            long found =
                    (quotes - LOWS & ~quotes | backslashes - LOWS & ~backslashes | octets - SPACES & ~octets | octets)
                            & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && isPlain(array[at])) {
            at++;
        }
        return at;
    }

    /**
     * The index of the first octet in [from, to) that may end an atom or be odd in it: a control, one up to {@code )}, a
     * bracket, a backslash, one from the opening brace on; {@code to} if there is none.
     */
    static int wordEnd(byte[] array, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long octets = (long) LONGS.get(array, at);
            long brackets = octets + LOWS * (0x80 - '[') ^ octets + LOWS * (0x80 - '^');
            long found = (octets - LOWS * '*' & ~octets | octets | octets + LOWS * (0x80 - '{') | brackets) & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && Syntax.of(array[at]) == 0) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte octet) {
        return octet >= ' ' && octet != '"' && octet != '\\';
    }
}
