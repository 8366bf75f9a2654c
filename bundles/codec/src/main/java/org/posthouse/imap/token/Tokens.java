package org.posthouse.imap.token;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Tokens in the order of their octets. Immutable; lists of tokens are of this one class, so reading them is quick. */
final class Tokens extends AbstractList<Token> implements RandomAccess {

    private static final Tokens NONE = new Tokens(new Token[0]);

    private final Token[] tokens;

    private Tokens(Token[] tokens) {
        this.tokens = tokens;
    }

    /** A copy of [from, to). */
    static Tokens of(Token[] tokens, int from, int to) {
        if (from == to) {
            return NONE;
        }
        // Mostly a few: sooner done here than by who must first ask of what class they are.
        Token[] own = new Token[to - from];
        for (int i = from; i < to; i++) {
            own[i - from] = tokens[i];
        }
        return new Tokens(own);
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
