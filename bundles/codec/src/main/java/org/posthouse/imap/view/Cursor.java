package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Deviation;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;

/** A place in the tokens of one message or list. What doesn't fit leaves by a {@link Fault}. */
abstract class Cursor {

    private final Reading reading;
    private final List<Token> tokens;
    private final int end;
    private final Notes deviations;
    private int at;

    Cursor(Reading reading, List<Token> tokens, int from, int end, Notes deviations) {
        this.reading = reading;
        this.tokens = tokens;
        this.at = from;
        this.end = end;
        this.deviations = deviations;
    }

    final Reading reading() {
        return reading;
    }

    final boolean more() {
        return at < tokens.size();
    }

    /** How many tokens are left. */
    final int left() {
        return tokens.size() - at;
    }

    /** Where the next token begins, or where it would. */
    final int position() {
        return more() ? tokens.get(at).start() : end;
    }

    final Fault fault(String reason) {
        return new Fault(position(), reason);
    }

    final void note(Defect defect) {
        if (reading.strict()) {
            throw fault("not strictly: " + defect);
        }
        deviations.add(new Deviation(defect, position()));
    }

    final Token peek(String what) {
        if (!more()) {
            throw fault("no " + what);
        }
        return tokens.get(at);
    }

    final Token next(String what) {
        Token token = peek(what);
        at++;
        return token;
    }

    /** Behind the token that was looked at. */
    final void skip() {
        at++;
    }

    final void end() {
        if (more()) {
            throw fault("more than belongs here");
        }
    }

    final boolean atAtom(String text) {
        return more() && tokens.get(at).isAtom(text);
    }

    final boolean take(String keyword) {
        boolean there = atAtom(keyword);
        at += there ? 1 : 0;
        return there;
    }

    final boolean takeNil() {
        boolean there = atNil();
        at += there ? 1 : 0;
        return there;
    }

    final boolean atNil() {
        return more() && tokens.get(at) instanceof Token.Nil;
    }

    final boolean atList() {
        return more() && tokens.get(at) instanceof TokenList list && !list.bracketed();
    }

    /** Whether the token behind the next one is a list in parentheses. */
    final boolean listFollows() {
        return at + 1 < tokens.size() && tokens.get(at + 1) instanceof TokenList list && !list.bracketed();
    }

    /** What is left, not taken. */
    final List<Token> ahead() {
        return tokens.subList(at, tokens.size());
    }

    /** Takes all that is left, because the value was made of it. */
    final <T> T rest(T value) {
        at = tokens.size();
        return value;
    }

    /** The tokens that were taken since so many were left. */
    final List<Token> taken(int left) {
        return tokens.subList(tokens.size() - left, at);
    }

    /** Whether the next token stands right behind the last one. */
    final boolean glued() {
        return more() && at > 0 && tokens.get(at - 1).end() == tokens.get(at).start();
    }

    final boolean atSection() {
        return more() && tokens.get(at) instanceof TokenList list && list.bracketed();
    }

    /** The members of the list in parentheses that must come now, a space before it. */
    final Args list(String what) {
        if (glued() && tokens.get(at - 1) instanceof TokenList) {
            note(Defect.MISSING_SPACE);
        }
        return inside(what, false);
    }

    /** The members of a list that stands right behind the list before it: parts, addresses, threads. */
    final Args chained(String what) {
        if (at > 0 && more() && !glued()) {
            note(Defect.EXTRA_SPACE);
        }
        return inside(what, false);
    }

    final Args brackets(String what) {
        return inside(what, true);
    }

    private Args inside(String what, boolean bracketed) {
        if (!(peek(what) instanceof TokenList list) || list.bracketed() != bracketed) {
            throw fault("no " + what);
        }
        at++;
        return new Args(reading, list.items(), 0, Math.max(list.start(), list.end() - 1), deviations);
    }
}
