package org.posthouse.imap.token;

/**
 * Takes what nearly all messages consist of, in one small loop that the compiler keeps in registers: plain atoms, quoted
 * strings of US-ASCII, lists in parentheses, one space between them. What may be more than that is left to the tokenizer,
 * which would find the same in all of it.
 */
final class PlainScan {

    private final Octets octets;
    private final byte[] array;
    private final int base;
    private final int last;
    private final Nesting nesting;
    private final TokenSink sink;
    private final int limit;

    PlainScan(Message message, Nesting nesting, TokenSink sink) {
        octets = message.octets();
        array = octets.array();
        base = octets.from();
        last = base + octets.length() - 1;
        this.nesting = nesting;
        this.sink = sink;
        limit = message.reading().nesting();
    }

    /** From here to what needs a closer look, or to where fewer than so many lists are open. */
    int end(int from, int depth) {
        if (sink.failed() || nesting.inBrackets() || nesting.depth() < depth) {
            return from;
        }
        int at = base + from;
        int next = nesting.expectsFirst() ? at : between(at);
        boolean apart = next > at;
        at = next;
        while (at < last) {
            byte first = array[at];
            int end =
                    switch (first) {
                        case '(' -> open(at, apart);
                        case ')' -> close(at);
                        case '"' -> quoted(at, apart);
                        default -> atom(at, apart);
                    };
            if (end == at) {
                break;
            }
            // What begins right behind an opening parenthesis touches nothing.
            at = first == '(' ? end : between(end);
            apart = first == '(' || at > end;
            if (sink.failed() || first == ')' && (nesting.inBrackets() || nesting.depth() < depth)) {
                break;
            }
        }
        return at - base;
    }

    private void begin(int at, boolean apart) {
        if (!apart) {
            nesting.begin(at - base);
        }
    }

    private int open(int at, boolean apart) {
        if (nesting.depth() >= limit) {
            return at;
        }
        begin(at, apart);
        nesting.open(at - base, limit);
        return at + 1;
    }

    private int close(int at) {
        if (nesting.depth() == 0) {
            return at;
        }
        nesting.close(at + 1 - base, '(');
        return at + 1;
    }

    private int quoted(int at, boolean apart) {
        int end = PlainRun.end(array, at + 1, last);
        if (array[end] != '"') {
            return at;
        }
        begin(at, apart);
        nesting.add(new Token.Quoted(octets, at - base, end + 1 - base, false));
        return end + 1;
    }

    private int atom(int at, boolean apart) {
        int end = atomEnd(at);
        if (end > at) {
            begin(at, apart);
            nesting.add(sink.atom(at - base, end - base));
        }
        return end;
    }

    private int atomEnd(int at) {
        int end = PlainRun.wordEnd(array, array[at] == '\\' ? at + 1 : at, last);
        while (end < last && (Syntax.of(array[end]) & (Syntax.STOP | Syntax.ODD)) == 0) {
            end++;
        }
        byte behind = array[end];
        return behind == ' ' || behind == ')' || behind == '\r' && end < last && array[end + 1] == '\n' ? end : at;
    }

    /** Behind the one space that stands here, if it is one and another token follows. */
    private int between(int at) {
        if (at >= last || array[at] != ' ') {
            return at;
        }
        byte next = array[at + 1];
        return next == ' ' || next == ')' || next == '\r' || next == '\n' ? at : at + 1;
    }
}
