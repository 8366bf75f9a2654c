package org.posthouse.imap.token;

import org.jspecify.annotations.Nullable;

/**
 * Makes the tokens of one message in one pass, without recursion. Tolerates; a strict reading fails at the first
 * deviation instead.
 */
final class Tokenizer extends OctetScan {

    /** What is looked through for NUL at once; longer literals are looked at only by who wants their content. */
    private static final int SHORT = 4096;

    private final Message source;
    private final Reading reading;
    private final Nesting nesting;
    private final LiteralScan literals;
    private final TokenSink sink;
    private final AtomScan atoms;
    private final QuotedScan strings;
    private final PlainScan plain;
    private int at;
    private boolean done;

    Tokenizer(Message message) {
        super(message.octets());
        source = message;
        reading = message.reading();
        sink = new TokenSink(message);
        nesting = new Nesting(message, sink);
        literals = new LiteralScan(message, sink);
        atoms = new AtomScan(message, nesting, literals, sink);
        strings = new QuotedScan(message, sink);
        plain = new PlainScan(message, nesting, sink);
    }

    Parsed<TokenTree> parse() {
        if (length() <= SHORT) {
            // Then no string in it has one: nobody will look again.
            source.octets().hasNul();
        }
        if (source.kind() == Message.Kind.RESPONSE) {
            new StatusScan(this, sink, nesting, atoms, reading.strict()).scan();
        }
        run(0);
        Tokens found = nesting.bottom();
        new HeadCheck(source, sink).check(found);
        return sink.result(found, literals.found());
    }

    /** Until the message ends, fails, or fewer than so many lists are open. */
    void run(int depth) {
        while (!done && !sink.failed() && nesting.depth() >= depth) {
            int behind = plain.end(at, depth);
            if (behind > at) {
                at = behind;
            } else {
                step();
            }
        }
    }

    int at() {
        return at;
    }

    /** Goes on at the index; nothing that was found behind it counts. */
    void moveTo(int index) {
        at = index;
        done = false;
    }

    void noLiterals(boolean none) {
        literals.enabled(!none);
    }

    void step() {
        if (at == length()) {
            atEnd();
            return;
        }
        switch (octet(at)) {
            case ' ' -> space();
            case '(' -> open();
            case ')' -> close('(');
            case '"' -> quoted();
            case '\r', '\n' -> lineEnd();
            default -> word();
        }
    }

    private void atEnd() {
        done = true;
        if (source.complete()) {
            sink.fail(at, "ends without a line end");
        }
        nesting.leaveOpen(at);
    }

    private void space() {
        int from = at;
        while (at < length() && octet(at) == ' ') {
            at++;
        }
        byte next = octetOr(at, ' ');
        if (next == ')' || next == '\r' || next == '\n') {
            sink.note(Defect.TRAILING_SPACE, from);
        } else if (at - from > 1 || nesting.expectsFirst()) {
            sink.note(Defect.EXTRA_SPACE, from);
        }
    }

    private void open() {
        nesting.begin(at);
        nesting.open(at, reading.nesting());
        at++;
    }

    private void close(char opener) {
        nesting.close(at + 1, opener);
        at++;
    }

    private void quoted() {
        nesting.begin(at);
        Token.@Nullable Quoted quoted = strings.at(at);
        if (quoted == null) {
            at = length();
        } else {
            at = quoted.end();
            nesting.add(quoted);
        }
    }

    private void lineEnd() {
        int width = octet(at) == '\n' ? 1 : at + 1 < length() && octet(at + 1) == '\n' ? 2 : 0;
        if (width == 0 && (at + 1 < length() || source.complete())) {
            word();
            return;
        }
        if (width == 0) {
            at = length();
            return;
        }
        if (width == 1) {
            sink.note(Defect.BARE_LF, at);
        }
        if (nesting.depth() > 0) {
            sink.fail(at, "the line ends in a list");
        } else if (at + width < length()) {
            sink.fail(at + width, "octets behind the line end");
        } else if (!source.complete()) {
            sink.fail(at, "ends, although more was said to follow");
        }
        done = true;
    }

    private void word() {
        byte first = octet(at);
        if ((first == '{' || first == '~') && literal() || sink.failed()) {
            return;
        }
        if (first == ']' && nesting.inBrackets()) {
            close('[');
            return;
        }
        atom(at);
    }

    private boolean literal() {
        Token.@Nullable Literal literal = literals.at(at);
        if (literal == null) {
            return false;
        }
        nesting.begin(at);
        at = literal.end();
        nesting.add(literal);
        return true;
    }

    private void atom(int from) {
        nesting.begin(at);
        at = atoms.end(from);
        boolean lineMayEnd = at == length() || octet(at) == '\r' && at + 1 == length();
        if (lineMayEnd && !source.complete()) {
            return;
        }
        nesting.add(sink.atom(from, at));
        if (at < length() && octet(at) == '[' && nesting.sections(from, at)) {
            open();
        }
    }

    /** Whether more octets may come behind these. */
    boolean mayGrow() {
        return !source.complete();
    }
}
