package org.posthouse.imap.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All tokens of a tree, outermost first, and what must be true of every tree. */
final class Walk {

    private Walk() {}

    static List<Token> all(TokenTree tree) {
        List<Token> all = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(tree.tokens());
        while (!open.isEmpty()) {
            Token token = open.poll();
            all.add(token);
            if (token instanceof TokenList list) {
                open.addAll(list.items());
            }
        }
        return all;
    }

    /** Tokens stand in order, inside what holds them, and between them are only separators. */
    static void checkLossless(Message message, TokenTree tree) {
        separated(
                message, tree.tokens(), 0, message.complete() ? message.octets().length() : lastEnd(tree));
        for (Token token : all(tree)) {
            if (token instanceof TokenList list && list.closed()) {
                separated(message, list.items(), list.start() + 1, list.end() - 1);
            }
        }
        assertEquals(
                message.octets(), message.rewrite(WriteLimits.PLAIN).message().octets());
    }

    private static int lastEnd(TokenTree tree) {
        return tree.tokens().isEmpty()
                ? 0
                : tree.tokens().get(tree.tokens().size() - 1).end();
    }

    private static void separated(Message message, List<Token> tokens, int from, int to) {
        int at = from;
        for (Token token : tokens) {
            blank(message.octets(), at, token.start());
            assertTrue(token.end() > token.start(), token::toString);
            at = token.end();
        }
        blank(message.octets(), at, to);
    }

    private static void blank(Octets octets, int from, int to) {
        assertTrue(from <= to, () -> from + " to " + to);
        for (int i = from; i < to; i++) {
            assertTrue(" \r\n".indexOf(octets.at(i)) >= 0, "lost octet at " + i);
        }
    }
}
