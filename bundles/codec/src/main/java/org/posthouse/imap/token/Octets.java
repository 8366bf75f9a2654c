package org.posthouse.imap.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An immutable range of octets on the heap.
 *
 * <p>A slice shares its parent's array and so keeps all of it alive; {@link #detached()} doesn't. {@link #toString()}
 * shows the length only.
 */
public final class Octets {

    private static final byte UNKNOWN = 0;
    private static final byte NO_NUL = 1;
    private static final byte NUL = 2;

    public static final Octets EMPTY = new Octets(new byte[0], 0, 0, NO_NUL);

    private final byte[] array;
    private final int from;
    private final int to;
    /** What is known of a NUL in it; a slice of what has none has none. Two threads may find the same. */
    private byte nul;

    private Octets(byte[] array, int from, int to, byte nul) {
        this.array = array;
        this.nul = nul;
        this.from = from;
        this.to = to;
    }

    public static Octets copyOf(byte[] octets) {
        return new Octets(octets.clone(), 0, octets.length, UNKNOWN);
    }

    /** Takes the array over without a copy: whoever calls this must never write to it again. */
    public static Octets owning(byte[] array) {
        return owning(array, 0, array.length);
    }

    /** Takes a range of the array over without a copy: nobody may ever write to that range again. */
    public static Octets owning(byte[] array, int from, int to) {
        if (from < 0 || from > to || to > array.length) {
            throw new IndexOutOfBoundsException("octets " + from + " to " + to + " of " + array.length);
        }
        return new Octets(array, from, to, UNKNOWN);
    }

    /** The text in UTF-8, which for US-ASCII is the text as it is. */
    public static Octets of(String text) {
        return owning(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    /** The octet at the index, 0 to 255. */
    public int at(int index) {
        if (index < 0 || index >= to - from) {
            throw new IndexOutOfBoundsException("octet " + index + " of " + length());
        }
        return array[from + index] & 0xFF;
    }

    /** The octets of [start, end), sharing the array. */
    public Octets slice(int start, int end) {
        if (start < 0 || start > end || end > to - from) {
            throw new IndexOutOfBoundsException("octets " + start + " to " + end + " of " + length());
        }
        return new Octets(array, from + start, from + end, nul == NO_NUL ? NO_NUL : UNKNOWN);
    }

    /** The same octets in an array of their own. */
    public Octets detached() {
        return length() == array.length ? this : owning(toByteArray());
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, from, to);
    }

    /** Copies all octets into the target, beginning at the index. */
    public void copyTo(byte[] target, int index) {
        System.arraycopy(array, from, target, index, length());
    }

    /** Whether these are the octets of the US-ASCII text, in whatever case. */
    public boolean is(String text) {
        return text.length() == to - from && is(0, text);
    }

    /** Whether the US-ASCII text begins at the index, in whatever case; there are octets enough. */
    boolean is(int index, String text) {
        return Syntax.is(array, from + index, text);
    }

    /** The number that these digits write; empty if there is another octet or it isn't below 2^63. */
    public OptionalLong number() {
        long value = number(0, length());
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The number that the digits of [start, end) write; -1 if there is another octet or it isn't below 2^63. */
    long number(int start, int end) {
        return Digits.number(array, from + start, from + end);
    }

    /** Whether no octet is above 127. */
    public boolean isAscii() {
        for (int i = from; i < to; i++) {
            if (array[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whoever looked at all of them has seen none. */
    void noNul() {
        nul = NO_NUL;
    }

    /** Whether there is a NUL among them. */
    public boolean hasNul() {
        byte known = nul;
        if (known == UNKNOWN) {
            known = NulScan.hasNul(array, from, to) ? NUL : NO_NUL;
            nul = known;
        }
        return known == NUL;
    }

    /** Each octet as the character of its number: never fails, loses nothing. */
    public String latin1() {
        return new String(array, from, length(), StandardCharsets.ISO_8859_1);
    }

    /** The text, empty if this isn't UTF-8. */
    public Optional<String> utf8() {
        if (isAscii()) {
            return Optional.of(latin1());
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(array, from, length()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text: UTF-8, or each octet as a character if it isn't. For people, not for writing back. */
    public String text() {
        return utf8().orElseGet(this::latin1);
    }

    /** Whether two ranges of octets are the same. */
    boolean same(int start, int end, Octets that, int thatStart, int thatEnd) {
        return Arrays.equals(array, from + start, from + end, that.array, that.from + thatStart, that.from + thatEnd);
    }

    byte[] array() {
        return array;
    }

    int from() {
        return from;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other
                || other instanceof Octets that && Arrays.equals(array, from, to, that.array, that.from, that.to);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Octets[" + length() + "]";
    }
}
