package org.posthouse.imap.token;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The lists that are open, from the message itself inwards. */
final class Nesting {

    private record Open(int start, char opener, List<Token> outer) {}

    private final Message source;
    private final TokenSink sink;
    private final List<Token> bottom = new ArrayList<>(8);
    private final Deque<Open> open = new ArrayDeque<>();
    private List<Token> items = bottom;
    private int fetches = -1;
    private boolean section;

    Nesting(Message source, TokenSink sink) {
        this.source = source;
        this.sink = sink;
    }

    int depth() {
        return open.size();
    }

    /** What was found so far outside all lists. */
    List<Token> bottom() {
        return Collections.unmodifiableList(bottom);
    }

    boolean expectsFirst() {
        return items.isEmpty();
    }

    boolean inBrackets() {
        return !open.isEmpty() && open.peek().opener() == '[';
    }

    void add(Token token) {
        items.add(token);
    }

    /** A token begins here: something must stand between it and the one before. */
    void begin(int at) {
        if (items.isEmpty()) {
            return;
        }
        Token last = items.get(items.size() - 1);
        if (last.end() == at && !(last instanceof TokenList) && !section
                || last.end() == at && last instanceof TokenList list && !mayFollow(list, at)) {
            sink.note(Defect.MISSING_SPACE, at);
        }
        section = false;
    }

    private boolean mayFollow(TokenList list, int at) {
        int octet = source.octets().at(at);
        return list.bracketed() ? octet == '<' : octet == '(';
    }

    void open(int at, int limit) {
        if (open.size() >= limit) {
            sink.fail(at, "nested deeper than " + limit);
            return;
        }
        open.push(new Open(at, (char) source.octets().at(at), items));
        items = new ArrayList<>(4);
    }

    void close(int end, char opener) {
        if (open.isEmpty() || open.peek().opener() != opener) {
            sink.fail(end - 1, "a parenthesis that closes nothing");
            return;
        }
        leave(end, true);
    }

    private void leave(int end, boolean closed) {
        Open list = open.pop();
        List<Token> inner = Collections.unmodifiableList(items);
        items = list.outer();
        items.add(new TokenList(source.octets(), list.start(), end, inner, closed));
    }

    void leaveOpen(int end) {
        while (!open.isEmpty()) {
            leave(end, false);
        }
    }

    /** As if lists and tokens beyond these had never come. */
    void rewind(int tokens) {
        open.clear();
        items = bottom;
        bottom.subList(tokens, bottom.size()).clear();
    }

    /** Whether a bracket behind the atom of [from, to) begins a section: BODY[…] and its kin where they are fetched. */
    boolean sections(int from, int to) {
        section = sectioned(source.octets().slice(from, to)) && (fetches() || updates());
        return section;
    }

    /** Whether it is in {@code RETURN (UPDATE (…))} of a search, where items are fetched too (RFC 5465 §7). */
    private boolean updates() {
        return open.size() == 2
                && isLast(bottom, "RETURN")
                && open.peek().opener() == '('
                && isLast(open.peek().outer(), "UPDATE");
    }

    private static boolean isLast(List<Token> tokens, String text) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isAtom(text);
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
            int index = source.kind() == Message.Kind.RESPONSE ? 2 : isAtom(1, "UID") ? 2 : 1;
            boolean fetching = isAtom(index, "FETCH") || isAtom(index, "CONVERT") || isAtom(index, "NOTIFY");
            boolean data = isAtom(index, "UIDFETCH") || isAtom(index, "CONVERTED") || isAtom(1, "CONVERTED");
            fetches = fetching || data ? 1 : 0;
        }
        return fetches == 1;
    }

    private boolean isAtom(int index, String text) {
        return index < bottom.size() && bottom.get(index).isAtom(text);
    }
}
