package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/**
 * Recognises {@code {digits}} and {@code {digits+}} at the end of a line (R1), across as many pieces as the line comes
 * in. A {@code ~} before it doesn't matter here. Numbers from 2^63 on overflow.
 */
final class Announcement {

    private static final int NONE = 0;
    private static final int OPEN = 1;
    private static final int DIGITS = 2;
    private static final int PLUS = 3;
    private static final int CLOSED = 4;
    private static final int RETURNED = 5;

    private int state;
    private long octets;
    private boolean overflow;
    private boolean plus;

    void clear() {
        state = NONE;
    }

    /** Whether the octets so far may be the beginning of an announcement. */
    boolean begun() {
        return state != NONE;
    }

    /** Whether the octets so far are an announcement, if a line end comes next. */
    boolean complete() {
        return state >= CLOSED;
    }

    /** The announced octets, when complete and not overflown. */
    long octets() {
        return octets;
    }

    boolean overflown() {
        return overflow;
    }

    /** Whether it is {@code {n+}}. */
    boolean nonSynchronising() {
        return plus;
    }

    /** Takes the next octet of the line. */
    void step(byte octet) {
        if (octet >= '0' && octet <= '9') {
            digit(octet - '0');
        } else if (octet == '{') {
            state = OPEN;
            octets = 0;
            overflow = false;
            plus = false;
        } else if (octet == '}') {
            state = state == DIGITS || state == PLUS ? CLOSED : NONE;
        } else if (octet == '+') {
            state = state == DIGITS ? PLUS : NONE;
            plus = true;
        } else {
            state = octet == '\r' && state == CLOSED ? RETURNED : NONE;
        }
    }

    private void digit(int value) {
        if (state != OPEN && state != DIGITS) {
            state = NONE;
            return;
        }
        state = DIGITS;
        overflow |= octets > (Long.MAX_VALUE - value) / 10;
        octets = overflow ? 0 : octets * 10 + value;
    }

    /** Takes {@code [from, to)}, looking only at its last octets, back to the first that can't belong to one. */
    void feed(ByteBuf buf, int from, int to) {
        int at = to;
        while (at > from && belongs(buf.getByte(at - 1))) {
            at--;
        }
        if (at > from && buf.getByte(at - 1) == '{') {
            at--;
        } else if (at > from) {
            state = NONE;
        }
        while (at < to) {
            step(buf.getByte(at++));
        }
    }

    private static boolean belongs(byte octet) {
        return octet >= '0' && octet <= '9' || octet == '}' || octet == '+' || octet == '\r';
    }
}
