package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a writer wrote so far, and what is to be known of it. */
final class Line {

    private byte[] octets;
    private int length;
    private List<Integer> gaps = List.of();
    private int[] strings = new int[8];
    private int stringCount;
    private int[] words = new int[0];
    private int wordCount;
    private boolean glued = true;

    /** @param octets how many are likely to come */
    Line(int octets) {
        this.octets = new byte[octets];
    }

    int length() {
        return length;
    }

    /** What is there; the line may still grow, for what is there stays as it is. */
    Octets octets() {
        return Octets.owning(octets, 0, length);
    }

    List<Integer> gaps() {
        return gaps;
    }

    /** Whether a string begins at the index. */
    boolean hasString(int index) {
        return Arrays.binarySearch(strings, 0, stringCount, index) >= 0;
    }

    /** Whether a string begins there that may be an atom. */
    boolean hasWord(int index) {
        return Arrays.binarySearch(words, 0, wordCount, index) >= 0;
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
            strings = Arrays.copyOf(strings, 4 * stringCount);
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
        byte[] into = octets;
        int at = length;
        for (int i = 0; i < ascii.length(); i++) {
            into[at + i] = (byte) ascii.charAt(i);
        }
        length = at + ascii.length();
    }

    /** A token of digits. */
    void number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
        space();
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        room(digits);
        length += digits;
        long rest = number;
        for (int at = length - 1; at >= length - digits; at--) {
            octets[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Writes a string in quotes if all octets of it may stand there as they are; else nothing, and false. */
    private boolean plain(Octets value) {
        byte[] from = value.array();
        int start = value.from();
        int count = value.length();
        if (PlainRun.end(from, start, start + count) < start + count) {
            return false;
        }
        string();
        room(count + 2);
        octets[length] = '"';
        System.arraycopy(from, start, octets, length + 1, count);
        length += count + 2;
        octets[length - 1] = '"';
        return true;
    }

    /** In quotes, with the escapes that it needs; nothing, and false, if a quoted string can't hold it. */
    boolean quoted(Octets value, boolean utf8) {
        boolean done = plain(value);
        if (!done && Strings.quotable(value, utf8)) {
            escaped(value);
            done = true;
        }
        return done;
    }

    private void escaped(Octets value) {
        string();
        byte[] from = value.array();
        int at = value.from();
        int end = at + value.length();
        room(2 * value.length() + 2);
        octets[length++] = '"';
        while (at < end) {
            int run = PlainRun.end(from, at, end);
            System.arraycopy(from, at, octets, length, run - at);
            length += run - at;
            at = run;
            if (at < end) {
                byte octet = from[at++];
                if (octet == '"' || octet == '\\') {
                    octets[length++] = '\\';
                }
                octets[length++] = octet;
            }
        }
        octets[length++] = '"';
    }

    private void write(byte octet) {
        room(1);
        octets[length++] = octet;
    }

    private void room(int more) {
        if (octets.length - length < more) {
            // Twice as much while that is little; an eighth more behind a long literal, with room for the line's end.
            int spare = length < 1 << 12 ? 3 * length + 64 : length < 1 << 16 ? length : (length + more >> 3) + 64;
            octets = Arrays.copyOf(octets, length + more + spare);
        }
    }
}
