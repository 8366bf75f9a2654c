package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenTape;

/** A walk over the tokens of one message or list that reads what the grammar is made of. */
final class Args extends Cursor {

    static final long NUMBER_32 = 0xFFFF_FFFFL;

    Args(Reading reading, TokenTape tape, int from, int behind, int end, Notes deviations) {
        super(reading, tape, from, behind, end, deviations);
    }

    /** All members of a list, each read by the function. */
    <T> List<T> all(Function<Args, T> member) {
        if (!more()) {
            return List.of();
        }
        // Mostly one or two, and then nothing is needed to gather them.
        T first = member.apply(this);
        if (!more()) {
            return List.of(first);
        }
        T second = member.apply(this);
        List<T> all = more() ? new ArrayList<>(List.of(first, second)) : List.of(first, second);
        while (more()) {
            all.add(member.apply(this));
        }
        return List.copyOf(all);
    }

    /** All members of a list that needs one. */
    <T> List<T> some(Function<Args, T> member) {
        if (!more()) {
            note(Defect.EMPTY_LIST);
        }
        return all(member);
    }

    Octets word(String what) {
        if (!atWord()) {
            throw fault("no " + what);
        }
        return past(octets(what));
    }

    /** An atom by the grammar's letter. */
    String atom(String what) {
        String text = atWord() ? octets(what).latin1() : "";
        if (!Word.isAtom(text)) {
            throw fault("no " + what);
        }
        return past(text);
    }

    long number(String what, long least, long most) {
        long number = ahead(what);
        if (number < least || number > most) {
            throw fault(number < 0 ? "no " + what : what + " out of range");
        }
        skip();
        return number;
    }

    long number32(String what) {
        return number(what, 0, NUMBER_32);
    }

    /** Below 2^63; what is above is a deviation, and read as the greatest. */
    long number64(String what) {
        long number = ahead(what);
        if (number >= 0) {
            skip();
            return number;
        }
        if (!octets(what).latin1().matches("\\d{1,39}")) {
            throw fault("no " + what);
        }
        note(Defect.NUMBER_RANGE);
        skip();
        return Long.MAX_VALUE;
    }

    /** A number that the grammar wants above zero and without a zero before it. */
    long positive(String what, long most) {
        Octets digits = octets(what);
        if (!digits.isEmpty() && digits.at(0) == '0') {
            note(Defect.NUMBER_RANGE);
        }
        return number(what, 0, most);
    }

    Octets astring(String what) {
        Octets value = said(what).orElseThrow(() -> fault("no " + what));
        if (atWord() && !Word.isAstringAtom(value)) {
            note(Defect.UNQUOTED);
        }
        plain();
        return past(value);
    }

    Octets string(String what) {
        Optional<Octets> said = said(what);
        if (!atQuoted()) {
            unquoted();
        }
        Octets value = said.orElseThrow(() -> fault("no " + what));
        return past(value);
    }

    private void unquoted() {
        if (atWord()) {
            note(atNil() ? Defect.UNDUE_NIL : Defect.UNQUOTED);
        }
        plain();
    }

    /** Only some places take a literal8 (RFC 3516). */
    private void plain() {
        if (atLiteral() && peek("literal") instanceof Token.Literal literal && literal.literal8()) {
            note(Defect.UNDUE_LITERAL8);
        }
    }

    Optional<Octets> nstring(String what) {
        if (takeNil()) {
            return Optional.empty();
        }
        if (atQuoted()) {
            return past(said(what));
        }
        return Optional.of(string(what));
    }

    MailboxName mailbox() {
        Octets wire = said("mailbox").orElseThrow(() -> fault("no mailbox"));
        MailboxName name = MailboxName.read(wire, reading().utf8()).orElseThrow(() -> fault("no mailbox"));
        // By the grammar a string like another; that it can't be decoded in one way only is worth a note.
        if (name.odd() && !reading().strict()) {
            note(Defect.ODD_MAILBOX);
        }
        astring("mailbox");
        return name;
    }

    SequenceSet sequenceSet() {
        String text = atWord() ? octets("sequence set").latin1() : "";
        SequenceSet set = SequenceSet.parse(text).orElseThrow(() -> fault("no sequence set"));
        return past(set);
    }

    /** A set of numbers that are known: neither {@code *} nor {@code $}. */
    SequenceSet knownSet() {
        String text = octets("set").latin1();
        if (text.indexOf('*') >= 0 || text.equals("$")) {
            note(Defect.ODD_ARGUMENT);
        }
        return sequenceSet();
    }

    /** A flag; {@code \*} and {@code \Recent} are for lists that may hold them. */
    Flag flag() {
        boolean quoted = atQuoted();
        Octets word = atLiteral() ? Octets.EMPTY : said("flag").orElse(Octets.EMPTY);
        Flag flag = Flag.read(word).orElseThrow(() -> fault("no flag"));
        if (flag.odd() || quoted) {
            note(Defect.ODD_FLAG);
        }
        return past(flag);
    }

    List<Flag> flags() {
        return list("flags").all(Args::flag);
    }

    /** Flags among which {@code \*} has no place. */
    List<Flag> plainFlags() {
        return list("flags").all(args -> {
            if (args.atAtom("\\*")) {
                args.note(Defect.ODD_FLAG);
            }
            return args.flag();
        });
    }
}
