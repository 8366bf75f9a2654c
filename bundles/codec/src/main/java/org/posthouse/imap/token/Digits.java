package org.posthouse.imap.token;

/** Numbers as they are written. */
final class Digits {

    /** So many digits never write a number beyond 2^63. */
    private static final int SAFE = 18;

    private Digits() {}

    /** The number that the octets of [from, to) write; -1 if one is no digit or it isn't below 2^63. */
    static long number(byte[] octets, int from, int to) {
        long value = to == from ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = octets[i] - '0';
            boolean fits = i - from < SAFE || value <= (Long.MAX_VALUE - digit) / 10;
            if (digit < 0 || digit > 9 || !fits) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
