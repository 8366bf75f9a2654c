package org.posthouse.proxy.status;

/** An operator's words as part of a line that clients read (RFC 9051 §9, text). */
final class LineText {

    private static final int LONGEST = 200;

    private LineText() {}

    /** Line ends and octets beyond ASCII become question marks; what is too long is cut; nothing at all gets words of ours. */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.strip().codePoints().limit(LONGEST).forEach(c -> line.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return line.isEmpty() ? "ended by an operator" : line.toString();
    }
}
