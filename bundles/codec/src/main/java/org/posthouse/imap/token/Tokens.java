package org.posthouse.imap.token;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Tokens in the order of their octets. Immutable; lists of tokens are of this one class, so reading them is quick. */
final class Tokens extends AbstractList<Token> implements RandomAccess {

    private final Token[] tokens;

    private Tokens(Token[] tokens) {
        this.tokens = tokens;
    }

    /** Those of [from, to), not what they hold. */
    static Tokens of(TokenTape tape, int from, int to) {
        Token[] tokens = new Token[tape.count(from, to)];
        int at = from;
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tape.token(at);
            at = tape.behind(at);
        }
        return new Tokens(tokens);
    }

    @Override
    public Token get(int index) {
        return tokens[index];
    }

    @Override
    public int size() {
        return tokens.length;
    }
}
