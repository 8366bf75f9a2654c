package org.posthouse.imap.wire;

/**
 * A range of octets.
 *
 * @param start the first octet
 * @param end just behind the last one
 */
public record Span(int start, int end) {

    /** The same octets, counted from elsewhere: {@code span.shifted(-lineStart)} is relative to the line. */
    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }

    public int length() {
        return end - start;
    }
}
