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
    private final TokenSink sink;
    private final CloseLook closely;
    private final PlainScan plain;
    private int at;
    private boolean done;

    Tokenizer(Message message) {
        super(message.octets());
        source = message;
        reading = message.reading();
        sink = new TokenSink(message);
        nesting = new Nesting(message, sink);
        closely = new CloseLook(message, nesting, sink);
        plain = new PlainScan(message, nesting, sink);
    }

    Parsed<TokenTree> parse() {
        if (source.kind() == Message.Kind.RESPONSE && !HeadCheck.isData(source.octets())) {
            new StatusScan(this, source, sink, nesting, closely).scan();
        }
        run(0);
        lookForNul();
        TokenTape found = nesting.found(closely.found());
        new HeadCheck(source, sink).check(found);
        return sink.result(found, closely.found());
    }

    /** If there is none nobody needs to look again. One outside literals and brackets would have been noted. */
    private void lookForNul() {
        boolean clean = source.complete() && !sink.failed() && sink.noted() == 0;
        if (clean && closely.found().isEmpty() && !nesting.bracketed()) {
            source.octets().noNul();
        } else if (length() <= SHORT) {
            source.octets().hasNul();
        }
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
        closely.forget(index);
        at = index;
        done = false;
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
        QuotedScan strings = closely.strings();
        int end = strings.end(at);
        if (end == 0) {
            at = length();
        } else {
            nesting.add(at, end, strings.escaped() ? TokenTape.ESCAPED : TokenTape.QUOTED);
            at = end;
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
        Token.@Nullable Literal literal = closely.literals().at(at);
        if (literal == null) {
            boolean cut = closely.literals().cut();
            at = cut ? length() : at;
            return cut;
        }
        nesting.begin(at);
        int index = closely.found().size() - 1;
        nesting.add(at, literal.end(), index << TokenTape.FLAG_BITS | TokenTape.LITERAL);
        at = literal.end();
        return true;
    }

    private void atom(int from) {
        nesting.begin(at);
        at = closely.atoms().end(from);
        boolean lineMayEnd = at == length() || octet(at) == '\r' && at + 1 == length();
        if (lineMayEnd && !source.complete()) {
            sink.withdraw();
            return;
        }
        nesting.atom(from, at);
        if (at < length() && octet(at) == '[' && nesting.sections(from, at)) {
            open();
        }
    }
}
