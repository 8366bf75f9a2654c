package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/**
 * Follows the two response codes that may hold literals, {@code [BADCHARSET (…)]} and {@code [NEWNAME …]}, through all
 * lines of a message (R2). Both admit quoted strings, in which nothing closes them.
 */
final class LiteralCode {

    private boolean begun;
    private boolean list;
    private boolean open;
    private boolean quoted;
    private boolean escaped;

    /** The next octet to come is the first behind the code's name. */
    void begin(ResponseHead.Code code) {
        list = code == ResponseHead.Code.BADCHARSET;
        open = !list;
        quoted = false;
        escaped = false;
        begun = code == ResponseHead.Code.BADCHARSET || code == ResponseHead.Code.NEWNAME;
    }

    /** Whether a literal could stand at the end of what was fed. */
    boolean admits() {
        return begun && open && !quoted;
    }

    void feed(ByteBuf buf, int from, int to) {
        for (int at = from; at < to && begun; at++) {
            step(buf.getByte(at));
        }
    }

    private void step(byte octet) {
        if (quoted) {
            inQuotes(octet);
        } else if (open && octet == '"') {
            quoted = true;
        } else if (!open) {
            open = octet == '(';
            begun = open || octet == ' ';
        } else if (octet == (list ? ')' : ']')) {
            begun = false;
        }
    }

    private void inQuotes(byte octet) {
        quoted = escaped || octet != '"';
        escaped = !escaped && octet == '\\';
    }
}
