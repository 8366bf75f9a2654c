package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;

/**
 * The tokens of one message as numbers, for readers in a hurry: nothing is made to look at them. They are counted in
 * the order in which they begin, so a list comes before its members, and what follows a token is {@link #behind} it.
 * The indices of tokens here are no others' indices. Immutable; an index that isn't below {@link #size} is the caller's
 * error.
 */
public final class TokenTape {

    static final int ATOM = 0;
    static final int NIL = 1;
    static final int QUOTED = 2;
    static final int ESCAPED = 3;
    static final int LITERAL = 4;
    static final int TEXT = 5;
    static final int LIST = 6;
    static final int SECTION = 7;

    /** A list of which more is to come. */
    static final int OPEN = 8;

    static final int KINDS = 7;
    /** Above them a list has the index of what is behind it, a literal the index among literals. */
    static final int FLAG_BITS = 4;

    /** Begin, end, and what it is. */
    static final int STRIDE = 3;

    private final Octets message;
    private final int[] numbers;
    private final int size;
    private final List<Token.Literal> literals;

    TokenTape(Octets message, int[] numbers, int size, List<Token.Literal> literals) {
        this.message = message;
        this.numbers = numbers;
        this.size = size;
        this.literals = literals;
    }

    /** How many tokens there are, at whatever depth. */
    public int size() {
        return size;
    }

    /** The index of its first octet in the message. */
    public int start(int token) {
        return numbers[STRIDE * token];
    }

    /** The index behind its last octet, as in {@link Token#end}. */
    public int end(int token) {
        return numbers[STRIDE * token + 1];
    }

    /** The token that follows, whatever this one holds; the first member of a list is the token after it. */
    public int behind(int token) {
        int what = numbers[STRIDE * token + 2];
        return (what & KINDS) < LIST ? token + 1 : what >>> FLAG_BITS;
    }

    private int kind(int token) {
        return numbers[STRIDE * token + 2] & KINDS;
    }

    /** Whether it is an atom; NIL is one. */
    public boolean isAtom(int token) {
        return kind(token) <= NIL;
    }

    /** Whether this is an atom of this US-ASCII text, in whatever case. */
    public boolean isAtom(int token, String text) {
        int start = start(token);
        return text.length() == end(token) - start && isAtom(token) && message.is(start, text);
    }

    public boolean isNil(int token) {
        return kind(token) == NIL;
    }

    public boolean isQuoted(int token) {
        int kind = kind(token);
        return kind == QUOTED || kind == ESCAPED;
    }

    public boolean isLiteral(int token) {
        return kind(token) == LITERAL;
    }

    /** Whether it is a list in parentheses. */
    public boolean isList(int token) {
        return kind(token) == LIST;
    }

    /** Whether it is a list in brackets. */
    public boolean isBracketed(int token) {
        return kind(token) == SECTION;
    }

    /** Its octets, as in {@link Token#octets}. */
    public Octets octets(int token) {
        return message.slice(start(token), end(token));
    }

    /** What it says where a string is due, as in {@link Token#string}. */
    public Optional<Octets> string(int token) {
        return kind(token) == QUOTED
                ? Optional.of(message.slice(start(token) + 1, end(token) - 1))
                : token(token).string();
    }

    /** The number that an atom writes; -1 if it is none, isn't digits or isn't below 2^63. */
    public long number(int token) {
        return isAtom(token) ? message.number(start(token), end(token)) : -1;
    }

    /** The token as an object; one of its own for each call. */
    public Token token(int token) {
        int start = start(token);
        int end = end(token);
        return switch (kind(token)) {
            case ATOM -> new Token.Atom(message, start, end);
            case NIL -> new Token.Nil(message, start, end);
            case QUOTED -> new Token.Quoted(message, start, end, false);
            case ESCAPED -> new Token.Quoted(message, start, end, true);
            case LITERAL -> literals.get(numbers[STRIDE * token + 2] >>> FLAG_BITS);
            case TEXT -> new Token.Text(message, start, end);
            default -> new TokenList(message, this, token);
        };
    }

    /** Whether a list is all there. */
    boolean isClosed(int token) {
        return (numbers[STRIDE * token + 2] & OPEN) == 0;
    }

    /** From the one to before the other, not what they hold. */
    public List<Token> tokens(int from, int to) {
        return Tokens.of(this, from, to);
    }

    /** How many there are from the one to before the other, without what they hold. */
    public int count(int from, int to) {
        int count = 0;
        for (int token = from; token < to; token = behind(token)) {
            count++;
        }
        return count;
    }
}
