package org.posthouse.imap;

import java.util.Locale;

/** The atom of RFC 9051 §9: one or more printable US-ASCII characters without the specials. */
final class Atom {

    private static final String SPECIALS = "(){%*\"\\]";

    private Atom() {}

    static boolean is(String text) {
        return !text.isEmpty() && text.chars().allMatch(Atom::admits);
    }

    static boolean admits(int c) {
        return c > ' ' && c < 0x7F && SPECIALS.indexOf(c) < 0;
    }

    /** The form that two spellings of one atom share. */
    static String folded(String text, String what) {
        if (!is(text)) {
            throw new IllegalArgumentException(what + " is not an atom (RFC 9051 §9)");
        }
        return text.toUpperCase(Locale.ROOT);
    }
}
