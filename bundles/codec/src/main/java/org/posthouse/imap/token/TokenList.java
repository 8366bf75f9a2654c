package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens in parentheses or brackets: a list, the section of {@code BODY[…]}, a response code. */
public final class TokenList extends Token {

    private final TokenTape tape;
    private final int index;
    /** Made on first use; two threads may make the same. */
    private @Nullable List<Token> items;

    TokenList(Octets message, TokenTape tape, int index) {
        super(message, tape.start(index), tape.end(index));
        this.tape = tape;
        this.index = index;
    }

    public List<Token> items() {
        List<Token> known = items;
        if (known == null) {
            known = tape.tokens(index + 1, tape.behind(index));
            items = known;
        }
        return known;
    }

    /** Whether in brackets, not parentheses. */
    public boolean bracketed() {
        return tape.isBracketed(index);
    }

    /** False only in a message that isn't complete: more items may come. */
    public boolean closed() {
        return tape.isClosed(index);
    }

    @Override
    public Optional<Octets> string() {
        return Optional.empty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.list(this);
    }
}
