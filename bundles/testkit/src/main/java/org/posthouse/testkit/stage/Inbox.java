package org.posthouse.testkit.stage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a peer has got and nobody has looked at yet, an octet per character. Lives on the loop's thread. */
public final class Inbox implements CharSequence {

    private static final int FIRST = 1024;

    private byte[] octets = new byte[FIRST];
    private int from;
    private int to;

    Inbox() {}

    void add(byte[] more) {
        if (to + more.length > octets.length) {
            byte[] larger = length() + more.length > octets.length / 2
                    ? new byte[Math.max(2 * octets.length, length() + more.length)]
                    : octets;
            System.arraycopy(octets, from, larger, 0, length());
            to -= from;
            from = 0;
            octets = larger;
        }
        System.arraycopy(more, 0, octets, to, more.length);
        to += more.length;
    }

    /** They were looked at. */
    public void take(int count) {
        from += count;
    }

    /** The octet at the index. */
    public byte at(int index) {
        return octets[from + index];
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (octets[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(octets, from + start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** A copy of all of it. */
    public byte[] copy() {
        return Arrays.copyOfRange(octets, from, to);
    }

    @Override
    public String toString() {
        return subSequence(0, length()).toString();
    }
}
