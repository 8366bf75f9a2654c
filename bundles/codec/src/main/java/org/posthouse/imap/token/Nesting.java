package org.posthouse.imap.token;

import java.util.Arrays;

/**
 * The lists that are open, from the message itself inwards. All that they hold so far lies on one stack; a list that
 * closes takes what is its own.
 */
final class Nesting {

    private final Octets octets;
    private final boolean response;
    private final TokenSink sink;
    private Token[] tokens = new Token[12];
    private int top;
    /** Where they began; below zero, as its complement, for a bracket. */
    private int[] starts = new int[4];

    private int[] floors = new int[4];
    private int depth;
    private int floor;
    private boolean bracket;
    private int fetches = -1;
    private boolean section;

    Nesting(Message source, TokenSink sink) {
        this.octets = source.octets();
        this.response = source.kind() == Message.Kind.RESPONSE;
        this.sink = sink;
    }

    int depth() {
        return depth;
    }

    /** How many tokens were found so far outside all lists. */
    int found() {
        return depth == 0 ? top : floors[0];
    }

    /** The token at the index, outside all lists. */
    Token token(int index) {
        return tokens[index];
    }

    /** What was found outside all lists, when none is open any more. */
    Tokens bottom() {
        return Tokens.of(tokens, 0, top);
    }

    boolean expectsFirst() {
        return top == floor;
    }

    boolean inBrackets() {
        return bracket;
    }

    void add(Token token) {
        if (top == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * top);
        }
        tokens[top++] = token;
    }

    /** A token begins here: something must stand between it and the one before. */
    void begin(int at) {
        if (top > floor && tokens[top - 1].end() == at) {
            touches(tokens[top - 1], at);
        }
        section = false;
    }

    private void touches(Token last, int at) {
        boolean apart = last instanceof TokenList list ? !mayFollow(list, at) : !section;
        if (apart) {
            sink.note(Defect.MISSING_SPACE, at);
        }
    }

    private boolean mayFollow(TokenList list, int at) {
        int octet = octets.at(at);
        return list.bracketed() ? octet == '<' : octet == '(';
    }

    void open(int at, int limit) {
        if (depth >= limit) {
            sink.fail(at, "nested deeper than " + limit);
            return;
        }
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, 2 * depth);
            floors = Arrays.copyOf(floors, 2 * depth);
        }
        starts[depth] = octets.at(at) == '[' ? ~at : at;
        floors[depth++] = top;
        enter();
    }

    private void enter() {
        floor = depth == 0 ? 0 : floors[depth - 1];
        bracket = depth > 0 && starts[depth - 1] < 0;
    }

    void close(int end, char opener) {
        if (depth == 0 || bracket != (opener == '[')) {
            sink.fail(end - 1, "a parenthesis that closes nothing");
            return;
        }
        leave(end, true);
    }

    private void leave(int end, boolean closed) {
        Tokens inner = Tokens.of(tokens, floor, top);
        top = floor;
        depth--;
        add(new TokenList(octets, bracket ? ~starts[depth] : starts[depth], end, inner, closed, bracket));
        enter();
    }

    void leaveOpen(int end) {
        while (depth > 0) {
            leave(end, false);
        }
    }

    /** As if lists and tokens beyond these had never come. */
    void rewind(int found) {
        depth = 0;
        top = found;
        enter();
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
        int before = floors[outer] - 1;
        return before >= (outer == 0 ? 0 : floors[outer - 1]) && tokens[before].isAtom(text);
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
            boolean fetching = isAtom(index, "FETCH") || isAtom(index, "CONVERT") || isAtom(index, "NOTIFY");
            boolean data = isAtom(index, "UIDFETCH") || isAtom(index, "CONVERTED") || isAtom(1, "CONVERTED");
            fetches = fetching || data ? 1 : 0;
        }
        return fetches == 1;
    }

    private boolean isAtom(int index, String text) {
        return index < found() && tokens[index].isAtom(text);
    }
}
