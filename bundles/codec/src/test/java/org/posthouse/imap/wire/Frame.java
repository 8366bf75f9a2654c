package org.posthouse.imap.wire;

import java.nio.charset.StandardCharsets;

/** What one or several events of a framer amount to: its octets as ISO 8859-1 and what the framer said of them. */
record Frame(String what, String octets, boolean endsMessage) {

    static final String REST = "REST";
    static final String DEAD = "DEAD";

    static Frame of(String what, byte[] input, int from, int to, boolean endsMessage) {
        return new Frame(what, new String(input, from, to - from, StandardCharsets.ISO_8859_1), endsMessage);
    }

    boolean refused() {
        return what.startsWith("REFUSED");
    }
}
