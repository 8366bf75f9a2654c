package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;

/**
 * The tokens of one message, from its tag on; the line end is no token.
 *
 * @param tokens tag (or {@code *}, {@code +}), name, arguments
 * @param literals all literals, at whatever depth, in the order of the octets
 */
public record TokenTree(List<Token> tokens, List<Token.Literal> literals) {

    /** The token at the index, if there are so many. */
    public Optional<Token> at(int index) {
        return index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }

    /** Whether there is an atom of this text at the index. */
    public boolean isAtom(int index, String text) {
        return index < tokens.size() && tokens.get(index).isAtom(text);
    }

    /** How many tokens a command's name takes: 3 with tag and {@code UID}, else 2. */
    public int commandHead() {
        return isAtom(1, "UID") ? 3 : 2;
    }
}
