package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** A framer under test, seen through one glass for both directions. */
interface Probe {

    enum Found {
        MORE,
        PART,
        LINE,
        LITERAL,
        LITERAL_END,
        REFUSED,
        FATAL
    }

    Found advance(ByteBuf buf, int from, int to);

    int end();

    boolean first();

    /** What the framer says of the message, for its first event. */
    String subject(ByteBuf buf);

    /** What the framer says of the LINE or refusal that it has just reported. */
    String outcome();

    /** Whether the LINE ended a message. */
    boolean ends();
}
