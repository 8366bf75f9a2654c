package org.posthouse.imap.token;

import java.util.List;

/**
 * What becomes of [start, end). Which spaces go is known when all edits are.
 *
 * @param first where its own leading space isn't wanted: behind the parenthesis of a list, if nothing else is left in
 *     it; 0 for nowhere
 */
record Edit(Kind kind, int start, int end, Octets octets, List<Integer> gaps, int first) {

    /** What it does. */
    enum Kind {
        /** Other octets in its place. */
        REPLACES,
        /** One space goes with it. */
        REMOVES,
        /** Put before a token, still without the space between the two. */
        BEFORE,
        /** Put behind a token; begins with the space between the two. */
        BEHIND
    }

    Edit(int start, int end, Octets octets, List<Integer> gaps) {
        this(Kind.REPLACES, start, end, octets, gaps, 0);
    }

    boolean removes() {
        return kind == Kind.REMOVES;
    }

    /** Without its leading space. */
    Edit bare() {
        List<Integer> moved = gaps.stream().map(gap -> gap - 1).toList();
        return new Edit(start, end, octets.slice(1, octets.length()), moved);
    }
}
