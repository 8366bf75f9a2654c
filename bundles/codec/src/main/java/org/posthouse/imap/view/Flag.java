package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Octets;

/**
 * A flag: a system flag such as {@code \Seen}, or a keyword (RFC 9051 §2.3.2). Also {@code \*}, by which a server says
 * in PERMANENTFLAGS that clients may make keywords.
 */
public final class Flag extends Word {

    public static final Flag SEEN = of("\\Seen");
    public static final Flag ANSWERED = of("\\Answered");
    public static final Flag FLAGGED = of("\\Flagged");
    public static final Flag DELETED = of("\\Deleted");
    public static final Flag DRAFT = of("\\Draft");
    public static final Flag RECENT = of("\\Recent");
    public static final Flag WILDCARD = new Flag("\\*", false);
    public static final Flag FORWARDED = of("$Forwarded");
    public static final Flag MDN_SENT = of("$MDNSent");
    public static final Flag JUNK = of("$Junk");
    public static final Flag NOT_JUNK = of("$NotJunk");
    public static final Flag PHISHING = of("$Phishing");

    private static final WordTable<Flag> CONSTANTS = new WordTable<>(
            SEEN, ANSWERED, FLAGGED, DELETED, DRAFT, RECENT, WILDCARD, FORWARDED, MDN_SENT, JUNK, NOT_JUNK, PHISHING);

    private final boolean odd;

    private Flag(String spelling, boolean odd) {
        super(spelling);
        this.odd = odd;
    }

    /**
     * @throws IllegalArgumentException if the text is neither an atom nor a backslash and an atom
     */
    public static Flag of(String text) {
        atom(text.startsWith("\\") ? text.substring(1) : text, "flag");
        return new Flag(text, false);
    }

    /** What a peer wrote; servers have {@code ]} in keywords. */
    static Optional<Flag> read(Octets word) {
        Optional<Flag> constant = CONSTANTS.find(word);
        if (constant.isPresent()) {
            return constant;
        }
        String text = word.latin1();
        boolean valid = isAtom(text.startsWith("\\") ? text.substring(1) : text);
        return valid || isOddWord(word) ? Optional.of(new Flag(text, !valid)) : Optional.empty();
    }

    /** Whether the grammar has no such flag, but a peer has. */
    boolean odd() {
        return odd;
    }

    /** Whether it is a system flag: begins with a backslash. */
    public boolean system() {
        return toString().startsWith("\\");
    }
}
