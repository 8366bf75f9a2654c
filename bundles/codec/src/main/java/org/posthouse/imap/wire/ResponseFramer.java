package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Provisional: signatures only. */
public final class ResponseFramer {
    /** How many octets of an incomplete line may be demanded. */
    @FunctionalInterface
    public interface Hold {
        int limit(int head);
    }

    /** What was found. */
    public enum Event { NEED_MORE, LINE, PART, LITERAL }

    public ResponseFramer(Hold hold) {}

    public Event advance(ByteBuf buf, int from, int to) { throw new UnsupportedOperationException(); }

    public int end() { return 0; }

    public boolean first() { return true; }

    public int head() { return 0; }

    public boolean ends() { return true; }

    public long literal() { return -1; }

    public long remaining() { return 0; }

    public int tagStart() { return 0; }

    public int tagEnd() { return 0; }

    public void reset() {}
}
