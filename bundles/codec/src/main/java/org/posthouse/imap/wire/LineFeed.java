package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Provisional: signatures only. */
public final class LineFeed {
    private LineFeed() {}

    /** Index of the first LF in {@code [from, to)}, or -1. */
    public static int find(ByteBuf buf, int from, int to) {
        return buf.indexOf(from, to, (byte) '\n');
    }
}
