package org.posthouse.imap.view;

import org.posthouse.imap.token.Token;

/** A token that no view knows more of; equal to one of the same octets, and written as it stands. */
public final class Opaque {

    private final Token token;

    private Opaque(Token token) {
        this.token = token;
    }

    public static Opaque of(Token token) {
        return new Opaque(token);
    }

    public Token token() {
        return token;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Opaque that && token.octets().equals(that.token.octets());
    }

    @Override
    public int hashCode() {
        return token.octets().hashCode();
    }

    @Override
    public String toString() {
        return "Opaque[" + token.octets().length() + "]";
    }
}
