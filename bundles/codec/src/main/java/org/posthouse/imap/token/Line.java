package org.posthouse.imap.token;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a writer wrote so far, and what is to be known of it. */
final class Line {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    private final List<Integer> gaps = new ArrayList<>();
    private final BitSet strings = new BitSet();
    private final BitSet words = new BitSet();
    private boolean glued = true;

    Octets octets() {
        return Octets.owning(out.toByteArray());
    }

    List<Integer> gaps() {
        return gaps;
    }

    BitSet strings() {
        return strings;
    }

    BitSet words() {
        return words;
    }

    /** Before a token: one space, if one must stand there. */
    void space() {
        if (!glued) {
            out.write(' ');
        }
        glued = false;
    }

    void glue() {
        glued = true;
    }

    /** Before a string. */
    void string() {
        space();
        strings.set(out.size());
    }

    /** Before a string that may be an atom; what writes it comes right behind. */
    void word() {
        space();
        words.set(out.size());
        strings.set(out.size());
        glued = true;
    }

    /** Content that isn't here, so many octets further on. */
    void gap(int ahead) {
        gaps.add(out.size() + ahead);
    }

    void open(char octet) {
        out.write(octet);
        glued = true;
    }

    void close(char octet) {
        out.write(octet);
        glued = false;
    }

    void put(Octets octets) {
        out.write(octets.array(), octets.from(), octets.length());
    }
}
