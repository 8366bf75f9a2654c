package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;

/** A walk over the tokens of one message or list that reads what the grammar is made of. */
final class Args extends Cursor {

    static final long NUMBER_32 = 0xFFFF_FFFFL;

    Args(Reading reading, List<Token> tokens, int from, int end, Notes deviations) {
        super(reading, tokens, from, end, deviations);
    }

    /** All members of a list, each read by the function. */
    <T> List<T> all(Function<Args, T> member) {
        if (left() < 2) {
            return more() ? List.of(member.apply(this)) : List.of();
        }
        List<T> all = new ArrayList<>(Math.min(left(), 64));
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
        if (!(peek(what) instanceof Token.Atom atom)) {
            throw fault("no " + what);
        }
        next(what);
        return atom.octets();
    }

    /** An atom by the grammar's letter. */
    String atom(String what) {
        String text = peek(what) instanceof Token.Atom token ? token.octets().latin1() : "";
        if (!Word.isAtom(text)) {
            throw fault("no " + what);
        }
        next(what);
        return text;
    }

    long number(String what, long least, long most) {
        long number = ahead(what);
        if (number < least || number > most) {
            throw fault(number < 0 ? "no " + what : what + " out of range");
        }
        skip();
        return number;
    }

    /** The number that comes next, not taken; -1 if it is none or isn't below 2^63. */
    long ahead(String what) {
        return peek(what) instanceof Token.Atom atom ? atom.number() : -1;
    }

    long number32(String what) {
        return number(what, 0, NUMBER_32);
    }

    /** Below 2^63; what is above is a deviation, and read as the greatest. */
    long number64(String what) {
        Octets digits = peek(what).octets();
        boolean above =
                ahead(what) < 0 && digits.length() < 40 && digits.latin1().matches("\\d+");
        if (!above) {
            return number(what, 0, Long.MAX_VALUE);
        }
        note(Defect.NUMBER_RANGE);
        next(what);
        return Long.MAX_VALUE;
    }

    /** A number that the grammar wants above zero and without a zero before it. */
    long positive(String what, long most) {
        Octets digits = peek(what).octets();
        if (!digits.isEmpty() && digits.at(0) == '0') {
            note(Defect.NUMBER_RANGE);
        }
        return number(what, 0, most);
    }

    Octets astring(String what) {
        Token token = peek(what);
        Octets value = token.string().orElseThrow(() -> fault("no " + what));
        if (token instanceof Token.Atom && !Word.isAstringAtom(value)) {
            note(Defect.UNQUOTED);
        }
        plain(token);
        next(what);
        return value;
    }

    Octets string(String what) {
        Token token = peek(what);
        boolean plain = token instanceof Token.Quoted;
        if (plain) {
            skip();
            return token.string().orElse(Octets.EMPTY);
        }
        if (token instanceof Token.Atom atom) {
            note(atom.isAtom("NIL") ? Defect.UNDUE_NIL : Defect.UNQUOTED);
        }
        Octets value = token.string().orElseThrow(() -> fault("no " + what));
        plain(token);
        next(what);
        return value;
    }

    /** Only some places take a literal8 (RFC 3516). */
    private void plain(Token token) {
        if (token instanceof Token.Literal literal && literal.literal8()) {
            note(Defect.UNDUE_LITERAL8);
        }
    }

    Optional<Octets> nstring(String what) {
        Token token = peek(what);
        boolean none = token instanceof Token.Nil;
        if (none || token instanceof Token.Quoted) {
            skip();
            return none ? Optional.empty() : token.string();
        }
        return Optional.of(string(what));
    }

    MailboxName mailbox() {
        Token token = peek("mailbox");
        Octets wire = token.string().orElseThrow(() -> fault("no mailbox"));
        MailboxName name = MailboxName.read(wire, reading().utf8()).orElseThrow(() -> fault("no mailbox"));
        // By the grammar it is a string like another; that it can't be decoded, or not in one way only, is worth a
        // note.
        if (name.odd() && !reading().strict()) {
            note(Defect.ODD_MAILBOX);
        }
        astring("mailbox");
        return name;
    }

    SequenceSet sequenceSet() {
        Octets word = peek("sequence set") instanceof Token.Atom atom ? atom.octets() : Octets.EMPTY;
        SequenceSet set = SequenceSet.parse(word.latin1()).orElseThrow(() -> fault("no sequence set"));
        next("sequence set");
        return set;
    }

    /** A set of numbers that are known: neither {@code *} nor {@code $}. */
    SequenceSet knownSet() {
        String text = peek("set").octets().latin1();
        if (text.indexOf('*') >= 0 || text.equals("$")) {
            note(Defect.ODD_ARGUMENT);
        }
        return sequenceSet();
    }

    /** A flag; {@code \*} and {@code \Recent} are for lists that may hold them. */
    Flag flag() {
        Token token = peek("flag");
        boolean quoted = token instanceof Token.Quoted;
        Octets word = token instanceof Token.Atom || quoted ? token.string().orElse(Octets.EMPTY) : Octets.EMPTY;
        Flag flag = Flag.read(word).orElseThrow(() -> fault("no flag"));
        if (flag.odd() || quoted) {
            note(Defect.ODD_FLAG);
        }
        next("flag");
        return flag;
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
