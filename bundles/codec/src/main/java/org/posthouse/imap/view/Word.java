package org.posthouse.imap.view;

import java.util.Locale;
import org.posthouse.imap.token.Octets;

/** A name out of an open set: equal whatever its case, of one class; prints as it was spelled. */
abstract class Word {

    private static final boolean[] ATOM = atomOctets();

    private final String spelling;
    private final String folded;
    private final int hash;

    Word(String spelling) {
        this.spelling = spelling;
        this.folded = spelling.toUpperCase(Locale.ROOT);
        this.hash = folded.hashCode();
    }

    private static boolean[] atomOctets() {
        boolean[] atom = new boolean[128];
        for (int c = ' ' + 1; c < 0x7F; c++) {
            atom[c] = "(){%*\"\\]".indexOf(c) < 0;
        }
        return atom;
    }

    static boolean isAtomOctet(int c) {
        return c >= 0 && c < ATOM.length && ATOM[c];
    }

    static boolean isAtom(String text) {
        // A loop: every word of every message that is looked at comes this way.
        for (int i = 0; i < text.length(); i++) {
            if (!isAtomOctet(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** An atom where a string may stand too: {@code ]} is one of its characters (RFC 9051 ASTRING-CHAR). */
    static boolean isAstringAtom(Octets word) {
        for (int i = 0; i < word.length(); i++) {
            int c = word.at(i);
            if (!isAtomOctet(c) && c != ']') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    static String atom(String text, String what) {
        if (!isAtom(text)) {
            throw new IllegalArgumentException(what + " is not an atom (RFC 9051 §9)");
        }
        return text;
    }

    /** Whether the name is one that its inventor keeps out of the registries. */
    static boolean experimental(String name) {
        return name.startsWith("X") || name.startsWith("x");
    }

    /** What the tokenizer gives as one atom and the writer takes as one. */
    static boolean isOddWord(Octets word) {
        for (int i = 0; i < word.length(); i++) {
            int c = word.at(i);
            if (c <= ' ' || c >= 0x7F || "()\"{".indexOf(c) >= 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** Whether this is the text, in whatever case. */
    public final boolean is(String text) {
        return folded.equals(text.toUpperCase(Locale.ROOT));
    }

    final String folded() {
        return folded;
    }

    @Override
    public final boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other
                || other instanceof Word that
                        && hash == that.hash
                        && getClass().equals(that.getClass())
                        && folded.equals(that.folded);
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final String toString() {
        return spelling;
    }
}
