package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Deviation;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenTape;

/** A walk that takes tokens, into lists too. What doesn't fit leaves by a {@link Fault}. */
abstract class Cursor extends Place {

    private final Reading reading;
    private final int end;
    private final Notes deviations;

    /**
     * @param from the first token
     * @param behind the token behind the last
     * @param end where in the message what they are in ends
     */
    Cursor(Reading reading, TokenTape tape, int from, int behind, int end, Notes deviations) {
        super(tape, from, behind);
        this.reading = reading;
        this.end = end;
        this.deviations = deviations;
    }

    final Reading reading() {
        return reading;
    }

    /** Where the next token begins, or where it would. */
    final int position() {
        return more() ? tape.start(at()) : end;
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
        return tape.token(expect(what));
    }

    final Token next(String what) {
        Token token = peek(what);
        skip();
        return token;
    }

    private int expect(String what) {
        if (!more()) {
            throw fault("no " + what);
        }
        return at();
    }

    /** The octets of the next token, not taken. */
    final Octets octets(String what) {
        return tape.octets(expect(what));
    }

    /** What the next token says where a string is due, not taken. */
    final Optional<Octets> said(String what) {
        return tape.string(expect(what));
    }

    /** The number that comes next, not taken; -1 if it is none or isn't below 2^63. */
    final long ahead(String what) {
        return tape.number(expect(what));
    }

    /** Behind the next token, which must be there. */
    final void skip(String what) {
        expect(what);
        skip();
    }

    final void end() {
        if (more()) {
            throw fault("more than belongs here");
        }
    }

    /** Another walk from here on; this one stays where it is. */
    final Args again() {
        return new Args(reading, tape, at(), behind(), end, deviations);
    }

    /** The members of the list in parentheses that must come now, a space before it. */
    final Args list(String what) {
        if (glued() && tape.isList(last())) {
            note(Defect.MISSING_SPACE);
        }
        return inside(what, atList());
    }

    /** The members of a list that stands right behind the list before it: parts, addresses, threads. */
    final Args chained(String what) {
        if (last() >= 0 && more() && !glued()) {
            note(Defect.EXTRA_SPACE);
        }
        return inside(what, atList());
    }

    final Args brackets(String what) {
        return inside(what, atSection());
    }

    private Args inside(String what, boolean there) {
        if (!there) {
            throw fault("no " + what);
        }
        skip();
        int list = last();
        return new Args(reading, tape, list + 1, at(), Math.max(tape.start(list), tape.end(list) - 1), deviations);
    }
}
