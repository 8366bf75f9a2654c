package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Eight octets at a time, the first in the lowest byte: one bounds check where a loop over octets has eight. */
final class Octets {

    /** Octets in a word. */
    static final int WORD = Long.BYTES;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BEHIND_SPACE = 0x2121212121212121L;
    private static final long BEHIND_LINE_FEED = 0x0B0B0B0B0B0B0B0BL;
    private static final long CAPITALS = 0xDFDFDFDFDFDFDFDFL;

    private Octets() {}

    /** The octets {@code [at, at + 8)}; those at or behind {@code to} are 0. */
    static long load(ByteBuf buf, int at, int to) {
        int there = to - at;
        if (there >= WORD) {
            return buf.getLongLE(at);
        }
        return there <= 0 ? 0 : loadTail(buf, at, there);
    }

    private static long loadTail(ByteBuf buf, int at, int there) {
        if (at + WORD <= buf.capacity()) {
            return first(buf.getLongLE(at), there);
        }
        long word = 0;
        for (int i = there - 1; i >= 0; i--) {
            word = word << 8 | buf.getByte(at + i) & 0xFF;
        }
        return word;
    }

    /** The first octets of a word, the others 0. */
    static long first(long word, int octets) {
        return octets >= WORD ? word : word & (1L << (octets << 3)) - 1;
    }

    /** In letters' case only exact; what isn't a letter is mapped one way for all. */
    static long capitals(long word) {
        return word & CAPITALS;
    }

    /** How many octets come before the first space or control, 8 if there is none. */
    static int untilSpace(long word) {
        return Long.numberOfTrailingZeros(word - BEHIND_SPACE & ~word & HIGHS) >>> 3;
    }

    /** How many octets come before the first one equal to the pattern's, 8 if there is none. */
    static int until(long word, long pattern) {
        long odd = word ^ pattern;
        return Long.numberOfTrailingZeros(odd - ONES & ~odd & HIGHS) >>> 3;
    }

    /** The high bit of each octet from NUL to LF; directly behind one of these perhaps of a VT, too. */
    static long upToLineFeed(long word) {
        return word - BEHIND_LINE_FEED & ~word & HIGHS;
    }

    /** The octet in all eight places. */
    static long pattern(char octet) {
        return ONES * octet;
    }

    /** Up to eight characters as a word. */
    static long word(String text) {
        long word = 0;
        for (int i = Math.min(text.length(), WORD) - 1; i >= 0; i--) {
            word = word << 8 | text.charAt(i);
        }
        return word;
    }
}
