package org.posthouse.imap.token;

/** Numbers as they are written. */
final class Digits {

    private Digits() {}

    /** The number that the octets of [from, to) write; -1 if one is no digit or it isn't below 2^63. */
    static long number(byte[] octets, int from, int to) {
        long value = to == from ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = octets[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
