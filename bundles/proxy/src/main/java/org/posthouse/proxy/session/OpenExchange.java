package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Exchange;

/** A command whose tagged result is due. Reused by the table: only valid until then. */
final class OpenExchange implements Exchange {

    /** Longest tag that the framer admits, unless heads are lenient. */
    private static final int USUAL_TAG = 16;

    private byte[] tag = new byte[USUAL_TAG];
    private int tagLength;
    private long number;
    private CommandSpec spec = CommandSpec.UNKNOWN;

    void begin(long newNumber, CommandSpec newSpec, ByteBuf buf, int tagStart, int tagEnd) {
        number = newNumber;
        spec = newSpec;
        tagLength = tagEnd - tagStart;
        if (tagLength > tag.length) {
            tag = new byte[tagLength];
        }
        buf.getBytes(tagStart, tag, 0, tagLength);
    }

    boolean hasTag(ByteBuf buf, int tagStart, int tagEnd) {
        if (tagEnd - tagStart != tagLength) {
            return false;
        }
        for (int i = 0; i < tagLength; i++) {
            if (buf.getByte(tagStart + i) != tag[i]) {
                return false;
            }
        }
        return true;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String tag() {
        return new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1);
    }

    @Override
    public CommandName command() {
        return spec.name();
    }
}
