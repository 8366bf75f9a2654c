package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Provisional: signatures only. */
public final class CommandFramer {
    /** How many octets of an incomplete first line may be demanded. */
    @FunctionalInterface
    public interface Hold {
        int limit(CommandSpec command);
    }

    /** What was found. */
    public enum Event { NEED_MORE, LINE, PART, LITERAL, REFUSED }

    public CommandFramer(CommandRules rules, Hold hold) {}

    public CommandFramer streaming(boolean on) { return this; }

    public CommandFramer lineLimit(int octets) { return this; }

    public Event advance(ByteBuf buf, int from, int to) { throw new UnsupportedOperationException(); }

    public int end() { return 0; }

    public boolean first() { return true; }

    public CommandSpec command() { return CommandSpec.UNKNOWN; }

    public int tagStart() { return 0; }

    public int tagEnd() { return 0; }

    public boolean ends() { return true; }

    public long literal() { return -1; }

    public boolean synchronising() { return false; }

    public boolean literal8() { return false; }

    public long remaining() { return 0; }

    public Refusal refusal() { throw new IllegalStateException(); }

    public void reset() {}
}
