package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Deviation;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;

/** A walk over the tokens of one message or list. What doesn't fit leaves by a {@link Fault}. */
final class Args {

    static final long NUMBER_32 = 0xFFFF_FFFFL;

    private final Reading reading;
    private final List<Token> tokens;
    private final int end;
    private final List<Deviation> deviations;
    private int at;

    Args(Reading reading, List<Token> tokens, int from, int end, List<Deviation> deviations) {
        this.reading = reading;
        this.tokens = tokens;
        this.at = from;
        this.end = end;
        this.deviations = deviations;
    }

    Reading reading() {
        return reading;
    }

    boolean more() {
        return at < tokens.size();
    }

    /** Where the next token begins, or where it would. */
    int position() {
        return more() ? tokens.get(at).start() : end;
    }

    Fault fault(String reason) {
        return new Fault(position(), reason);
    }

    void note(Defect defect) {
        if (reading.strict()) {
            throw fault("not strictly: " + defect);
        }
        deviations.add(new Deviation(defect, position()));
    }

    Token peek(String what) {
        if (!more()) {
            throw fault("no " + what);
        }
        return tokens.get(at);
    }

    Token next(String what) {
        Token token = peek(what);
        at++;
        return token;
    }

    void end() {
        if (more()) {
            throw fault("more than belongs here");
        }
    }

    boolean atAtom(String text) {
        return more() && tokens.get(at).isAtom(text);
    }

    boolean take(String keyword) {
        boolean there = atAtom(keyword);
        at += there ? 1 : 0;
        return there;
    }

    boolean atList() {
        return more() && tokens.get(at) instanceof TokenList list && !list.bracketed();
    }

    /** Whether the next token stands right behind the last one. */
    boolean glued() {
        return more() && at > 0 && tokens.get(at - 1).end() == tokens.get(at).start();
    }

    boolean atSection() {
        return more() && tokens.get(at) instanceof TokenList list && list.bracketed();
    }

    /** The members of the list in parentheses that must come now. */
    Args list(String what) {
        return inside(what, false);
    }

    Args brackets(String what) {
        return inside(what, true);
    }

    private Args inside(String what, boolean bracketed) {
        if (!(peek(what) instanceof TokenList list) || list.bracketed() != bracketed) {
            throw fault("no " + what);
        }
        at++;
        return new Args(reading, list.items(), 0, Math.max(list.start(), list.end() - 1), deviations);
    }

    /** All members of a list, each read by the function. */
    <T> List<T> all(Function<Args, T> member) {
        List<T> all = new ArrayList<>();
        while (more()) {
            all.add(member.apply(this));
        }
        return all;
    }

    Octets word(String what) {
        if (!(peek(what) instanceof Token.Atom atom)) {
            throw fault("no " + what);
        }
        at++;
        return atom.octets();
    }

    long number(String what, long least, long most) {
        Octets word = peek(what) instanceof Token.Atom atom ? atom.octets() : Octets.EMPTY;
        long number = word.number().orElseThrow(() -> fault("no " + what));
        if (number < least || number > most) {
            throw fault(what + " out of range");
        }
        at++;
        return number;
    }

    Octets astring(String what) {
        Octets value = peek(what).string().orElseThrow(() -> fault("no " + what));
        at++;
        return value;
    }

    Octets string(String what) {
        if (peek(what) instanceof Token.Atom atom) {
            note(atom.isAtom("NIL") ? Defect.UNDUE_NIL : Defect.UNQUOTED);
        }
        return astring(what);
    }

    Optional<Octets> nstring(String what) {
        if (peek(what) instanceof Token.Nil) {
            at++;
            return Optional.empty();
        }
        return Optional.of(string(what));
    }

    MailboxName mailbox() {
        Octets wire = peek("mailbox").string().orElseThrow(() -> fault("no mailbox"));
        MailboxName name = MailboxName.read(wire, reading.utf8()).orElseThrow(() -> fault("no mailbox"));
        if (name.odd()) {
            note(Defect.ODD_MAILBOX);
        }
        at++;
        return name;
    }

    SequenceSet sequenceSet() {
        Octets word = peek("sequence set") instanceof Token.Atom atom ? atom.octets() : Octets.EMPTY;
        SequenceSet set = SequenceSet.parse(word.latin1()).orElseThrow(() -> fault("no sequence set"));
        at++;
        return set;
    }

    /** A flag; {@code \*} and {@code \Recent} are for lists that may hold them. */
    Flag flag() {
        if (!(peek("flag") instanceof Token.Atom atom)) {
            throw fault("no flag");
        }
        Flag flag = Flag.read(atom.octets()).orElseThrow(() -> fault("no flag"));
        if (flag.odd()) {
            note(Defect.ODD_FLAG);
        }
        at++;
        return flag;
    }

    List<Flag> flags() {
        return list("flags").all(Args::flag);
    }
}
