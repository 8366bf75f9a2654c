package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenTape;

/** Where a walk over the tokens of one message or list stands, and what stands there. */
abstract class Place {

    final TokenTape tape;
    private final int behind;
    private int at;
    private int last = -1;

    /**
     * @param from the first token
     * @param behind the token behind the last
     */
    Place(TokenTape tape, int from, int behind) {
        this.tape = tape;
        this.at = from;
        this.behind = behind;
    }

    /** The next token, if there is one. */
    final int at() {
        return at;
    }

    /** The token that was taken last; below zero if none was. */
    final int last() {
        return last;
    }

    /** The token behind the last. */
    final int behind() {
        return behind;
    }

    final boolean more() {
        return at < behind;
    }

    /** How many tokens are left. */
    final int left() {
        return tape.count(at, behind);
    }

    /** Whether one token is left, and no more. */
    final boolean one() {
        return more() && tape.behind(at) == behind;
    }

    /** Behind the token that was looked at. */
    final void skip() {
        last = at;
        at = tape.behind(at);
    }

    final boolean atAtom(String text) {
        return more() && tape.isAtom(at, text);
    }

    final boolean take(String keyword) {
        boolean there = atAtom(keyword);
        if (there) {
            skip();
        }
        return there;
    }

    final boolean takeNil() {
        boolean there = atNil();
        if (there) {
            skip();
        }
        return there;
    }

    final boolean atNil() {
        return more() && tape.isNil(at);
    }

    final boolean atWord() {
        return more() && tape.isAtom(at);
    }

    final boolean atLiteral() {
        return more() && tape.isLiteral(at);
    }

    final boolean atQuoted() {
        return more() && tape.isQuoted(at);
    }

    final boolean atList() {
        return more() && tape.isList(at);
    }

    /** What is left, not taken. */
    final List<Token> ahead() {
        return tape.tokens(at, behind);
    }

    /** Takes the next token, because the value was made of it. */
    final <T> T past(T value) {
        skip();
        return value;
    }

    /** Takes all that is left, because the value was made of it. */
    final <T> T rest(T value) {
        at = behind;
        return value;
    }

    /** The tokens that were taken since this one was next. */
    final List<Token> taken(int since) {
        return tape.tokens(since, at);
    }

    /** Whether the next token stands right behind the last one. */
    final boolean glued() {
        return more() && last >= 0 && tape.end(last) == tape.start(at);
    }

    final boolean atSection() {
        return more() && tape.isBracketed(at);
    }
}
