package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of one message, from its tag on; the line end is no token. Tokens become objects where they are asked for. */
public final class TokenTree {

    private final TokenTape tape;
    private final List<Token.Literal> literals;
    /** Made on first use; two threads may make the same. */
    private @Nullable List<Token> tokens;

    TokenTree(TokenTape tape, List<Token.Literal> literals) {
        this.tape = tape;
        this.literals = literals;
    }

    /** Tag (or {@code *}, {@code +}), name, arguments. */
    public List<Token> tokens() {
        List<Token> known = tokens;
        if (known == null) {
            known = tape.tokens(0, tape.size());
            tokens = known;
        }
        return known;
    }

    /** All literals, at whatever depth, in the order of the octets. */
    public List<Token.Literal> literals() {
        return literals;
    }

    /** The same tokens without objects. */
    public TokenTape tape() {
        return tape;
    }

    /** The token at the index, if there are so many. */
    public Optional<Token> at(int index) {
        int token = number(index);
        return token < tape.size() ? Optional.of(tape.token(token)) : Optional.empty();
    }

    /** Whether there is an atom of this text at the index. */
    public boolean isAtom(int index, String text) {
        int token = number(index);
        return token < tape.size() && tape.isAtom(token, text);
    }

    /** Its index on the tape, that behind the last if there are not so many. */
    private int number(int index) {
        int token = 0;
        for (int i = 0; i < index && token < tape.size(); i++) {
            token = tape.behind(token);
        }
        return token;
    }

    /** How many tokens a command's name takes: 3 with tag and {@code UID}, else 2. */
    public int commandHead() {
        return isAtom(1, "UID") ? 3 : 2;
    }
}
