package org.posthouse.imap;

import java.util.Locale;

/** The atom of RFC 9051 §9: one or more printable US-ASCII characters without the specials. */
final class Atom {

    private static final String SPECIALS = "(){%*\"\\]";
    private static final long SPECIALS_BELOW_64 = bits(0);
    private static final long SPECIALS_FROM_64 = bits(64);

    private Atom() {}

    static boolean is(String text) {
        // A loop: each capability of each session's lists comes this way.
        for (int i = 0; i < text.length(); i++) {
            if (!admits(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean admits(int c) {
        return c > ' ' && c < 0x7F && ((c < 64 ? SPECIALS_BELOW_64 : SPECIALS_FROM_64) >>> c & 1) == 0;
    }

    private static long bits(int from) {
        return SPECIALS.chars()
                .filter(c -> c >= from && c < from + 64)
                .mapToLong(c -> 1L << c)
                .reduce(0, (a, b) -> a | b);
    }

    /** The form that two spellings of one atom share. */
    static String folded(String text, String what) {
        if (!is(text)) {
            throw new IllegalArgumentException(what + " is not an atom (RFC 9051 §9)");
        }
        return text.toUpperCase(Locale.ROOT);
    }
}
