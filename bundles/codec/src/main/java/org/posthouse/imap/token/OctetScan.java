package org.posthouse.imap.token;

/** The octets of a message, by index, without a range to be made for each look. */
abstract class OctetScan {

    private final byte[] array;
    private final int base;
    private final int length;

    OctetScan(Octets octets) {
        array = octets.array();
        base = octets.from();
        length = octets.length();
    }

    final int length() {
        return length;
    }

    final byte octet(int index) {
        return array[base + index];
    }

    final byte octetOr(int index, char otherwise) {
        return index >= 0 && index < length ? octet(index) : (byte) otherwise;
    }

    /** Whether the US-ASCII text stands at the index, in whatever case. */
    final boolean startsWith(int index, String text) {
        return index + text.length() <= length && Syntax.is(array, base + index, text);
    }
}
