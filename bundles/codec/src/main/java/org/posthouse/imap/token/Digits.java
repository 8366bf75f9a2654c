package org.posthouse.imap.token;

/** Numbers as they are written. */
final class Digits {

    private static final int LONGEST = 19;

    private Digits() {}

    /** The number that the octets of [from, to) write; -1 if one is no digit or it isn't below 2^63. */
    static long number(byte[] octets, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = octets[i] - '0';
            value = value * 10 + digit;
            if (digit < 0 || digit > 9 || value < 0) {
                return -1;
            }
        }
        // So many digits overflow at most once, into what is negative.
        return to - from > LONGEST || to == from ? -1 : value;
    }
}
