package org.posthouse.imap.token;

/**
 * Takes what nearly all messages consist of, in one small loop that the compiler keeps in registers: plain atoms, quoted
 * strings of US-ASCII, lists in parentheses, one space between them. What may be more than that is left to the tokenizer,
 * which would find the same in all of it.
 */
final class PlainScan {

    private final byte[] array;
    private final int base;
    private final int last;
    private final Nesting nesting;
    private final TokenSink sink;
    private final int limit;

    PlainScan(Message message, Nesting nesting, TokenSink sink) {
        Octets octets = message.octets();
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
        int at = nesting.expectsFirst() ? base + from : apart(base + from);
        if (at > last || nesting.touches(at - base) && array[at] != ')') {
            return from;
        }
        int done = at;
        // Here a token begins that touches none before it, or a list closes.
        while (at < last) {
            byte first = array[at];
            int end =
                    switch (first) {
                        case '(' -> open(at);
                        case ')' -> close(at);
                        case '"' -> quoted(at);
                        default -> atom(at);
                    };
            if (end == at) {
                break;
            }
            done = end;
            if (end > last) {
                break;
            }
            byte next = array[end];
            at = next == ' ' ? apart(end) : end;
            boolean follows = at > end || next == ')' || first == '(' || first == ')' && next == '(';
            if (!follows || first == ')' && (nesting.inBrackets() || nesting.depth() < depth)) {
                break;
            }
            done = at;
        }
        return done - base;
    }

    private int open(int at) {
        if (nesting.depth() >= limit || array[at + 1] <= ' ') {
            return at;
        }
        nesting.open(at - base, false);
        return at + 1;
    }

    private int close(int at) {
        if (nesting.depth() == 0) {
            return at;
        }
        nesting.leave(at + 1 - base, 0);
        return at + 1;
    }

    private int quoted(int at) {
        int end = PlainRun.end(array, at + 1, last);
        if (array[end] != '"') {
            return at;
        }
        nesting.add(at - base, end + 1 - base, TokenTape.QUOTED);
        return end + 1;
    }

    private int atom(int at) {
        int end = PlainRun.wordEnd(array, array[at] == '\\' ? at + 1 : at, last);
        byte behind = array[end];
        if (behind != ' ' && behind != ')') {
            end = atomEnd(at, end);
        }
        if (end > at) {
            nesting.atom(at - base, end - base);
        }
        return end;
    }

    /** Where an atom ends that has octets to be looked at; its beginning, if one of them says more. */
    private int atomEnd(int at, int from) {
        int end = from;
        while (end < last && (Syntax.of(array[end]) & (Syntax.STOP | Syntax.ODD)) == 0) {
            end++;
        }
        byte behind = array[end];
        return behind == ' ' || behind == ')' || behind == '\r' && end < last && array[end + 1] == '\n' ? end : at;
    }

    /** Behind the one space that stands here, if it is one and a token follows. */
    private int apart(int at) {
        if (at >= last || array[at] != ' ') {
            return at;
        }
        byte next = array[at + 1];
        return next > ' ' && next != ')' ? at + 1 : at;
    }
}
