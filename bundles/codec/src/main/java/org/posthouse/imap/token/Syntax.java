package org.posthouse.imap.token;

/** Classes of octets (RFC 9051 §9). */
final class Syntax {

    /** The octet ends an atom wherever it stands, or asks for a closer look. */
    static final byte STOP = 1;
    /** The octet is not expected in an atom of any argument, but doesn't end one. */
    static final byte ODD = 2;
    /** The octet makes a string unfit to be written as an atom. */
    static final byte SPECIAL = 4;

    /** The octet may stand in a word that a writer writes. */
    private static final byte WORD = 8;

    /** The octet ends a section or a code; an atom has none. */
    private static final byte CLOSES = 16;

    private static final byte[] CLASSES = classes();

    private Syntax() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean odd = c < ' ' || c >= 0x7F || c == '\\';
            boolean stop = " ()\"{~[]\r\n".indexOf(c) >= 0;
            boolean special = odd || " (){%*\"\\".indexOf(c) >= 0;
            boolean word = c > ' ' && c < 0x7F && "()\"{".indexOf(c) < 0;
            int closes = c == ']' ? CLOSES : 0;
            classes[c] =
                    (byte) ((stop ? STOP : 0) | (odd ? ODD : 0) | (special ? SPECIAL : 0) | (word ? WORD : 0) | closes);
        }
        return classes;
    }

    static boolean isWord(char c) {
        return c < CLASSES.length && (CLASSES[c] & WORD) != 0;
    }

    static byte of(byte octet) {
        return CLASSES[octet & 0xFF];
    }

    /** An astring may be written as an atom: no specials, not empty, not NIL (RFC 9051 astring). */
    static boolean isAstringAtom(Octets octets) {
        return !octets.isEmpty() && !octets.is("NIL") && without(octets, SPECIAL);
    }

    /** An atom by the grammar: unlike in an astring a closing bracket is none of its octets. */
    static boolean isAtom(Octets octets) {
        return isAstringAtom(octets) && without(octets, CLOSES);
    }

    private static boolean without(Octets octets, byte kind) {
        for (int i = 0; i < octets.length(); i++) {
            if ((CLASSES[octets.at(i)] & kind) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the US-ASCII text stands at the index, in whatever case; there are octets enough. */
    static boolean is(byte[] octets, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            // The quick way: mostly both are spelled alike.
            char c = text.charAt(i);
            byte octet = octets[at + i];
            if (octet != c && upper(octet) != upper((byte) c)) {
                return false;
            }
        }
        return true;
    }

    static int upper(byte octet) {
        return octet >= 'a' && octet <= 'z' ? octet - 32 : octet;
    }
}
