package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Finds line ends; also what frames a data line, of SASL or IDLE, where no literal can be (R4). */
public final class LineFeed {

    private static final long PATTERN = Octets.pattern('\n');

    private LineFeed() {}

    /** Index of the first LF in {@code [from, to)}, or -1. Examines each octet once. */
    public static int find(ByteBuf buf, int from, int to) {
        int at = from;
        for (int last = to - Octets.WORD; at <= last; at += Octets.WORD) {
            int hit = Octets.until(buf.getLongLE(at), PATTERN);
            if (hit < Octets.WORD) {
                return at + hit;
            }
        }
        int hit = at < to ? Octets.until(Octets.load(buf, at, to), PATTERN) : Octets.WORD;
        return hit < Octets.WORD ? at + hit : -1;
    }
}
