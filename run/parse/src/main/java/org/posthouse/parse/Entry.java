package org.posthouse.parse;

import java.util.Optional;

/**
 * One message of a trace.
 *
 * @param number counted from 1
 * @param offset of its first octet in the input, from 0
 * @param line of the input where it begins, from 1
 * @param hint what the input probably is instead, if that can be told and hasn't been said before
 */
record Entry(long number, long offset, long line, Judgement judgement, Optional<Hint> hint) {

    /** Whether somebody who looks for what is wrong wants to see it. */
    boolean suspicious() {
        return judgement.verdict() != Judgement.Verdict.ACCEPT || !judgement.sameBack();
    }
}
