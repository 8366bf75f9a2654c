package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;

/** Tokens in parentheses or brackets: a list, the section of {@code BODY[…]}, a response code. */
public final class TokenList extends Token {

    private final Tokens items;
    private final boolean bracketed;
    private final boolean closed;

    TokenList(Octets message, int start, int end, Tokens items, boolean closed, boolean bracketed) {
        super(message, start, end);
        this.items = items;
        this.bracketed = bracketed;
        this.closed = closed;
    }

    public List<Token> items() {
        return items;
    }

    /** Whether in brackets, not parentheses. */
    public boolean bracketed() {
        return bracketed;
    }

    /** False only in a message that isn't complete: more items may come. */
    public boolean closed() {
        return closed;
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
