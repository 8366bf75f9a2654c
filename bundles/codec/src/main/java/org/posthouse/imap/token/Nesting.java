package org.posthouse.imap.token;

import java.util.Arrays;
import java.util.List;

/**
 * The tape while it is written, and the lists that are open, from the message itself inwards. A list is on the tape
 * before its members and learns where it ends when it closes.
 */
final class Nesting {

    private final Octets octets;
    private final boolean response;
    private final TokenSink sink;
    private final TapeWriter tape;
    /** The tokens that are the open lists, and those that stand before these; -1 where none does. */
    private int[] open = new int[4];

    private int[] before = new int[4];
    private int depth;
    private int last = -1;
    private boolean bracket;
    private boolean bracketed;
    private int fetches = -1;
    private boolean section;

    Nesting(Message source, TokenSink sink) {
        this.octets = source.octets();
        this.response = source.kind() == Message.Kind.RESPONSE;
        this.sink = sink;
        tape = new TapeWriter(octets, sink);
    }

    int depth() {
        return depth;
    }

    /** How many tokens were found so far, lists that are open among them. */
    int found() {
        return tape.size();
    }

    /** The last token of what is open inmost; -1 if there is none. */
    int last() {
        return last;
    }

    TapeWriter tape() {
        return tape;
    }

    /** What was found, when no list is open any more. Whoever asks writes no more. */
    TokenTape found(List<Token.Literal> literals) {
        return tape.done(literals);
    }

    boolean expectsFirst() {
        return last < 0;
    }

    /** Whether there was a list in brackets. */
    boolean bracketed() {
        return bracketed;
    }

    boolean inBrackets() {
        return bracket;
    }

    void atom(int start, int end) {
        boolean nil = end - start == 3 && octets.is(start, "NIL");
        add(start, end, nil ? TokenTape.NIL : TokenTape.ATOM);
    }

    /** @param kind what it is, as the tape has it */
    void add(int start, int end, int kind) {
        last = tape.add(start, end, kind);
    }

    /** A token begins here: something must stand between it and the one before. */
    void begin(int at) {
        if (touches(at) && (tape.isList(last) ? !mayFollowList(at) : !section)) {
            sink.note(Defect.MISSING_SPACE, at);
        }
        sink.begin();
        section = false;
    }

    /** Whether the last token ends here. */
    boolean touches(int at) {
        return last >= 0 && tape.end(last) == at;
    }

    private boolean mayFollowList(int at) {
        int octet = octets.at(at);
        return tape.isBracketed(last) ? octet == '<' : octet == '(';
    }

    void open(int at, int limit) {
        if (depth >= limit) {
            sink.fail(at, "nested deeper than " + limit);
        } else {
            open(at, octets.at(at) == '[');
        }
    }

    void open(int at, boolean brackets) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            before = Arrays.copyOf(before, 2 * depth);
        }
        before[depth] = last;
        open[depth++] = tape.add(at, at, brackets ? TokenTape.SECTION : TokenTape.LIST);
        bracket = brackets;
        bracketed |= brackets;
        last = -1;
    }

    void close(int end, char opener) {
        if (depth == 0 || bracket != (opener == '[')) {
            sink.fail(end - 1, "a parenthesis that closes nothing");
            return;
        }
        leave(end, 0);
    }

    /** The inmost list ends here. */
    void leave(int end, int flag) {
        last = open[--depth];
        tape.close(last, end, flag);
        bracket = depth > 0 && tape.isBracketed(open[depth - 1]);
    }

    void leaveOpen(int end) {
        while (depth > 0) {
            leave(end, TokenTape.OPEN);
        }
    }

    /** As if lists, and tokens beyond so many, had never come; those are no lists. */
    void rewind(int found) {
        depth = 0;
        tape.rewind(found);
        last = found - 1;
        bracket = false;
    }

    /** Whether a bracket behind the atom of [from, to) begins a section: BODY[…] and its kin where they are fetched. */
    boolean sections(int from, int to) {
        section = sectioned(octets.slice(from, to)) && (fetches() || updates());
        return section;
    }

    /** Whether it is in {@code RETURN (UPDATE (…))} of a search, where items are fetched too (RFC 5465 §7). */
    private boolean updates() {
        return depth == 2 && !bracket && opensBehind(0, "RETURN") && opensBehind(1, "UPDATE");
    }

    /** Whether this atom stands right before the list that is open with so many others around it. */
    private boolean opensBehind(int outer, String text) {
        return before[outer] >= 0 && tape.isAtom(before[outer], text);
    }

    private static boolean sectioned(Octets name) {
        return switch (name.length()) {
            case 4 -> name.is("BODY");
            case 6 -> name.is("BINARY");
            case 9 -> name.is("BODY.PEEK");
            case 11 -> name.is("BINARY.PEEK") || name.is("BINARY.SIZE");
            default -> false;
        };
    }

    private boolean fetches() {
        if (fetches < 0) {
            int index = response ? 2 : isAtom(1, "UID") ? 2 : 1;
            if (tape.size() <= index) {
                // A tag may be BODY[, too.
                return false;
            }
            boolean fetching = isAtom(index, "FETCH") || isAtom(index, "CONVERT") || isAtom(index, "NOTIFY");
            boolean data = isAtom(index, "UIDFETCH") || isAtom(index, "CONVERTED") || isAtom(1, "CONVERTED");
            fetches = fetching || data ? 1 : 0;
        }
        return fetches == 1;
    }

    private boolean isAtom(int index, String text) {
        boolean outside = depth == 0 || index < open[0];
        return outside && tape.isAtom(index, text);
    }
}
