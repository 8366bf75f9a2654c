package org.posthouse.imap.token;

/**
 * Takes what nearly all messages consist of, in one small loop that the compiler keeps in registers: plain atoms, quoted
 * strings of US-ASCII, lists in parentheses, one space between them. What may be more than that is left to the tokenizer,
 * which would find the same in all of it.
 */
final class PlainScan extends OctetScan {

    private final Octets octets;
    private final Nesting nesting;
    private final TokenSink sink;
    private final int last;
    private final int limit;

    PlainScan(Message message, Nesting nesting, TokenSink sink) {
        super(message.octets());
        octets = message.octets();
        this.nesting = nesting;
        this.sink = sink;
        last = octets.length() - 1;
        limit = message.reading().nesting();
    }

    /** From here to what needs a closer look, or to where fewer than so many lists are open. */
    int end(int from, int depth) {
        int at = from;
        while (at < last && !sink.failed() && nesting.depth() >= depth && !nesting.inBrackets()) {
            int next =
                    switch (octet(at)) {
                        case ' ' -> nesting.expectsFirst() ? at : between(at);
                        case '(' -> open(at);
                        case ')' -> close(at);
                        case '"' -> quoted(at);
                        default -> atom(at);
                    };
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** Behind the one space that stands here, if it is one and another token follows. */
    private int between(int at) {
        if (at >= last || octet(at) != ' ') {
            return at;
        }
        byte next = octet(at + 1);
        return next == ' ' || next == ')' || next == '\r' || next == '\n' ? at : at + 1;
    }

    private int open(int at) {
        if (nesting.depth() >= limit) {
            return at;
        }
        nesting.begin(at);
        nesting.open(at, limit);
        return at + 1;
    }

    private int close(int at) {
        if (nesting.depth() == 0) {
            return at;
        }
        nesting.close(at + 1, '(');
        return at + 1;
    }

    private int quoted(int at) {
        int end = plainEnd(at + 1, last);
        if (octet(end) != '"') {
            return at;
        }
        nesting.begin(at);
        nesting.add(new Token.Quoted(octets, at, end + 1, false));
        return between(end + 1);
    }

    private int atom(int at) {
        int end = octet(at) == '\\' ? at + 1 : at;
        end = wordEnd(end, last);
        while (end < last && (Syntax.of(octet(end)) & (Syntax.STOP | Syntax.ODD)) == 0) {
            end++;
        }
        byte behind = octet(end);
        boolean ends = behind == ' ' || behind == ')' || behind == '\r' && end < last && octet(end + 1) == '\n';
        if (end == at || !ends) {
            return at;
        }
        nesting.begin(at);
        nesting.add(sink.atom(at, end));
        return between(end);
    }
}
