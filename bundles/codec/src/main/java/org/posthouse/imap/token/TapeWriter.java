package org.posthouse.imap.token;

import java.util.Arrays;
import java.util.List;

/** The tape while it is written. */
final class TapeWriter {

    /** As many tokens as the numbers on a tape can tell of. */
    private static final int MOST = 1 << 31 - TokenTape.FLAG_BITS - 1;

    private final Octets octets;
    private final TokenSink sink;
    private int[] numbers;
    private int size;

    TapeWriter(Octets octets, TokenSink sink) {
        this.octets = octets;
        this.sink = sink;
        // Mostly enough: an octet in seven begins a token, but for long content.
        numbers = new int[TokenTape.STRIDE * (8 + Math.min(octets.length() / 7, 256))];
    }

    /** How many tokens there are. */
    int size() {
        return size;
    }

    /** What was written. Whoever asks writes no more. */
    TokenTape done(List<Token.Literal> literals) {
        return new TokenTape(octets, numbers, size, literals);
    }

    /**
     * @param kind what it is, of the tape's kinds; for a literal with its index above the flags
     * @return the token
     */
    int add(int start, int end, int kind) {
        if (TokenTape.STRIDE * size == numbers.length) {
            grow(start);
        }
        int at = TokenTape.STRIDE * size;
        int[] to = numbers;
        to[at] = start;
        to[at + 1] = end;
        to[at + 2] = kind;
        return size++;
    }

    /** Beyond the most it starts over: what comes of it is not looked at. */
    private void grow(int start) {
        if (size >= MOST) {
            sink.fail(start, "more tokens than can be told");
            size = 0;
        } else {
            // As many as there will be if it goes on as it began, and some more.
            long likely = (long) size * octets.length() / Math.max(start, 1) * 9 / 8;
            long room = Math.min(Math.max(likely, size / 2 * 3L), size + octets.length() - start + 1L);
            numbers = Arrays.copyOf(numbers, TokenTape.STRIDE * (int) Math.min(room, 2L * MOST));
        }
    }

    /** The list ends here, with all that was added since. */
    void close(int list, int end, int flag) {
        int at = TokenTape.STRIDE * list;
        numbers[at + 1] = end;
        numbers[at + 2] |= size << TokenTape.FLAG_BITS | flag;
    }

    /** As if there had never been more than so many. */
    void rewind(int tokens) {
        size = tokens;
    }

    int start(int token) {
        return numbers[TokenTape.STRIDE * token];
    }

    int end(int token) {
        return numbers[TokenTape.STRIDE * token + 1];
    }

    private int kind(int token) {
        return numbers[TokenTape.STRIDE * token + 2] & TokenTape.KINDS;
    }

    Octets octets(int token) {
        return octets.slice(start(token), end(token));
    }

    /** Whether in parentheses or brackets. */
    boolean isList(int token) {
        return kind(token) >= TokenTape.LIST;
    }

    boolean isBracketed(int token) {
        return kind(token) == TokenTape.SECTION;
    }

    /** Whether this token is there and is an atom. */
    boolean isAtom(int token) {
        return token < size && kind(token) <= TokenTape.NIL;
    }

    boolean isAtom(int token, String text) {
        return isAtom(token) && octets(token).is(text);
    }
}
