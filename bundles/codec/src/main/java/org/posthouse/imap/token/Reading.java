package org.posthouse.imap.token;

/**
 * How messages are read.
 *
 * @param strict whether the first deviation makes the message Malformed; else deviations are noted
 * @param nesting how deep lists (and search keys) may be nested, 1 to {@link #DEEPEST}; deeper is Malformed
 * @param utf8 whether mailbox names are UTF-8 (after ENABLE UTF8=ACCEPT or IMAP4rev2), not modified UTF-7
 */
public record Reading(boolean strict, int nesting, boolean utf8) {

    /** Values of this depth can be compared and printed on an ordinary thread's stack. */
    public static final int DEEPEST = 1000;

    /** What the proxy does: everything that real servers and clients send. */
    public static final Reading TOLERANT = new Reading(false, 100, false);

    /** What the RFCs allow. */
    public static final Reading STRICT = new Reading(true, 100, false);

    /**
     * @throws IllegalArgumentException if the nesting is out of its range
     */
    public Reading {
        if (nesting < 1 || nesting > DEEPEST) {
            throw new IllegalArgumentException("nesting " + nesting + ", not 1 to " + DEEPEST);
        }
    }

    public Reading withUtf8(boolean enabled) {
        return new Reading(strict, nesting, enabled);
    }

    public Reading withNesting(int depth) {
        return new Reading(strict, depth, utf8);
    }
}
