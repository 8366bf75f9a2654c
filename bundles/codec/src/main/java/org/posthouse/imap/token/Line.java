package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What a writer wrote so far, and what is to be known of it. */
final class Line {

    private byte[] octets = new byte[64];
    private int length;
    private List<Integer> gaps = List.of();
    private int[] strings = new int[8];
    private int stringCount;
    private int[] words = new int[0];
    private int wordCount;
    private boolean glued = true;

    /** What is there; the line may still grow, for what is there stays as it is. */
    Octets octets() {
        return Octets.owning(octets, 0, length);
    }

    List<Integer> gaps() {
        return gaps;
    }

    /** Where strings begin. */
    BitSet strings() {
        return bits(strings, stringCount);
    }

    /** Where strings begin that may be atoms. */
    BitSet words() {
        return bits(words, wordCount);
    }

    private static BitSet bits(int[] places, int count) {
        BitSet bits = new BitSet();
        for (int i = 0; i < count; i++) {
            bits.set(places[i]);
        }
        return bits;
    }

    /** Before a token: one space, if one must stand there. */
    void space() {
        if (!glued) {
            write((byte) ' ');
        }
        glued = false;
    }

    void glue() {
        glued = true;
    }

    /** Before a string. */
    void string() {
        space();
        noteString();
    }

    /** Before a string that may be an atom; what writes it comes right behind. */
    void word() {
        space();
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, 2 * wordCount + 8);
        }
        words[wordCount++] = length;
        noteString();
        glued = true;
    }

    private void noteString() {
        if (stringCount == strings.length) {
            strings = Arrays.copyOf(strings, 2 * stringCount);
        }
        strings[stringCount++] = length;
    }

    /** Content that isn't here, so many octets further on. */
    void gap(int ahead) {
        if (gaps.isEmpty()) {
            gaps = new ArrayList<>();
        }
        gaps.add(length + ahead);
    }

    void open(char octet) {
        write((byte) octet);
        glued = true;
    }

    void close(char octet) {
        write((byte) octet);
        glued = false;
    }

    void put(Octets more) {
        room(more.length());
        more.copyTo(octets, length);
        length += more.length();
    }

    /** US-ASCII; the caller has looked. */
    void put(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            octets[length++] = (byte) ascii.charAt(i);
        }
    }

    private void write(byte octet) {
        room(1);
        octets[length++] = octet;
    }

    private void room(int more) {
        if (octets.length - length < more) {
            // Twice as much while that is little; an eighth more behind a long literal, with room for the line's end.
            int spare = length < 1 << 16 ? Math.max(length, 64) : (length + more >> 3) + 64;
            octets = Arrays.copyOf(octets, length + more + spare);
        }
    }
}
