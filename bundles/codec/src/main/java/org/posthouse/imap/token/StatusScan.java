package org.posthouse.imap.token;

/** The heads of responses, and what may follow only there: a response code and text (RFC 9051 §7.1). */
final class StatusScan {

    private final Tokenizer tokens;
    private final Message source;
    private final Octets octets;
    private final TokenSink sink;
    private final Nesting nesting;
    private final CloseLook closely;
    private final boolean strict;
    private boolean closed;

    StatusScan(Tokenizer tokens, Message source, TokenSink sink, Nesting nesting, CloseLook closely) {
        this.source = source;
        octets = source.octets();
        this.closely = closely;
        strict = source.reading().strict();
        this.tokens = tokens;
        this.sink = sink;
        this.nesting = nesting;
    }

    /** Takes the head and, if it is a status or a continuation request, all the rest up to the line end. */
    void scan() {
        if (tokens.length() > 0 && tokens.octet(0) == '+') {
            nesting.atom(0, 1);
            tokens.moveTo(1);
            rest(Defect.BARE_PLUS);
            return;
        }
        head(1);
        if (nesting.found() == 1) {
            head(2);
        }
        if (nesting.found() == 2 && HeadCheck.isResult(nesting.tape().octets(1))) {
            rest(Defect.MISSING_TEXT);
        }
    }

    /** Steps until there are so many tokens, but no further than the head's octets. */
    private void head(int count) {
        while (nesting.found() < count && !sink.failed() && inHead()) {
            tokens.step();
        }
    }

    private boolean inHead() {
        byte next = tokens.octetOr(tokens.at(), '\n');
        return next != '\r' && next != '\n' && next != '(' && next != '"' && nesting.depth() == 0;
    }

    private void rest(Defect whenBare) {
        int at = tokens.at();
        boolean spaced = at < tokens.length() && tokens.octet(at) == ' ';
        if (spaced) {
            at++;
        } else if (!mayGrow(at)) {
            sink.note(whenBare, at);
        }
        if (at < tokens.length() && tokens.octet(at) == '[') {
            code(at);
            at = behindCode();
        }
        text(at);
    }

    private int behindCode() {
        int at = tokens.at();
        if (at < tokens.length() && tokens.octet(at) == ' ') {
            return at + 1;
        }
        if (nesting.tape().isList(nesting.last()) && !mayGrow(at)) {
            sink.note(at < lineEnd(at) ? Defect.MISSING_SPACE : Defect.MISSING_TEXT, at);
        }
        return at;
    }

    private void text(int at) {
        int end = lineEnd(at);
        for (int i = at; i < end; i++) {
            byte octet = tokens.octet(i);
            if (octet == 0 || octet == '\r') {
                sink.note(octet == 0 ? Defect.NUL : Defect.BARE_CR, i);
            }
        }
        if (end > at) {
            if (octets.slice(at, end).utf8().isEmpty()) {
                sink.note(Defect.RAW_EIGHT_BIT, at);
            }
            nesting.add(at, end, TokenTape.TEXT);
        }
        tokens.moveTo(end);
    }

    /** The code by its grammar; else up to the first bracket, its argument as text; else it is text itself. */
    private void code(int at) {
        // Brackets in an address belong to it (REFERRAL); where they don't come in pairs, the first closes the code.
        if (tried(at, true) || tried(at, false)) {
            return;
        }
        boolean whole = closed;
        int end = lineEnd(at);
        int close = at;
        while (close < end && tokens.octet(close) != ']') {
            close++;
        }
        int name = close < end ? nameEnd(at, close) : at + 1;
        // By the grammar, anything but a closing bracket may be the argument of a code.
        boolean legal = name > at + 1 && name + 1 < close && tokens.octetOr(close + 1, '\r') == ' ';
        // The grammar's other reading: what isn't a code is text, brackets and all.
        if (!legal && (strict || whole)) {
            return;
        }
        if (!legal) {
            sink.note(Defect.UNCLOSED_CODE, at);
        }
        if (name > at + 1) {
            opaque(at, name, close);
        }
    }

    /** Behind the name of the code; at its beginning if it has none that could be one. */
    private int nameEnd(int at, int close) {
        int name = at + 1;
        while (name < close && tokens.octet(name) != ' ') {
            name++;
        }
        return Syntax.isAtom(octets.slice(at + 1, name)) ? name : at + 1;
    }

    private boolean tried(int at, boolean pairs) {
        int noted = sink.noted();
        int before = nesting.found();
        closely.atoms().pairBrackets(pairs);
        closely.literals().enabled(holdsLiterals(at));
        nesting.open(at, 1);
        tokens.moveTo(at + 1);
        tokens.run(1);
        closely.literals().enabled(true);
        closely.atoms().pairBrackets(true);
        boolean named = nesting.depth() == 0 && isNamed(before);
        if (!sink.failed() && named && (!strict || spaceFollows())) {
            return true;
        }
        closed = !sink.failed() && nesting.depth() == 0 && nesting.last() == before;
        sink.forget(noted);
        nesting.rewind(before);
        tokens.moveTo(at);
        return false;
    }

    /** Whether what stands here is still to come. */
    private boolean mayGrow(int at) {
        return at == tokens.length() && !source.complete();
    }

    private boolean spaceFollows() {
        return tokens.octetOr(tokens.at(), '\r') == ' ' || mayGrow(tokens.at());
    }

    private boolean isNamed(int index) {
        return nesting.last() == index
                && nesting.tape().isList(index)
                && nesting.tape().isAtom(index + 1)
                && Syntax.isAtom(nesting.tape().octets(index + 1));
    }

    private void opaque(int at, int name, int close) {
        nesting.open(at, 1);
        nesting.atom(at + 1, name);
        if (name + 1 < close) {
            nesting.add(name + 1, close, TokenTape.TEXT);
        }
        nesting.close(close + 1, '[');
        tokens.moveTo(close + 1);
    }

    /** R2: only these two may hold literals; braces at the line end are text in all others. */
    private boolean holdsLiterals(int at) {
        return tokens.startsWith(at + 1, "BADCHARSET ") || tokens.startsWith(at + 1, "NEWNAME ");
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < tokens.length() && tokens.octet(end) != '\n') {
            end++;
        }
        boolean crlf = end > from && (end < tokens.length() || !source.complete()) && tokens.octet(end - 1) == '\r';
        return crlf ? end - 1 : end;
    }
}
