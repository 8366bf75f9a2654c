package org.posthouse.imap.token;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** What the writer may put on a line. */
final class Words {

    static final Octets LINE_END = Octets.of("\r\n");

    private Words() {}

    /** One token that the tokenizer reads back as one: nothing that ends an atom, no literal's announcement. */
    static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Syntax.isWord(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isText(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (octet == 0 || octet == '\r' || octet == '\n') {
                return false;
            }
        }
        return true;
    }

    /** Where literals in the token stream, counted from its beginning. */
    static List<Integer> gaps(Token token) {
        List<Integer> gaps = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(List.of(token));
        while (!open.isEmpty()) {
            Token next = open.poll();
            if (next instanceof TokenList list) {
                open.addAll(list.items());
            }
            streamed(next).ifPresent(content -> gaps.add(content - token.start()));
        }
        gaps.sort(null);
        return gaps;
    }

    private static OptionalInt streamed(Token token) {
        return token instanceof Token.Literal literal && literal.streamed()
                ? OptionalInt.of(literal.content())
                : OptionalInt.empty();
    }

    static Octets announcement(long length, boolean literal8, boolean plus) {
        if (length < 0) {
            throw new IllegalArgumentException("a literal of " + length + " octets");
        }
        return Octets.of((literal8 ? "~{" : "{") + length + (plus ? "+}\r\n" : "}\r\n"));
    }
}
