package org.posthouse.imap.token;

import java.util.Optional;

/**
 * One token of a message: a range of its octets. Two tokens are equal only if they are the same one.
 *
 * <p>{@link #toString()} shows kind and range, never octets.
 */
public abstract sealed class Token permits Token.Atom, Token.Quoted, Token.Literal, Token.Text, TokenList {

    final Octets message;
    private final int start;
    private final int end;

    Token(Octets message, int start, int end) {
        this.message = message;
        this.start = start;
        this.end = end;
    }

    /** The index of its first octet in the message. */
    public final int start() {
        return start;
    }

    /** The index behind its last octet; where a literal streams, behind its announcement. */
    public final int end() {
        return end;
    }

    /** Its octets as they stand in the message: with quotes, parentheses, announcement. */
    public final Octets octets() {
        return message.slice(start, end);
    }

    /** What it says where a string is due: an atom as it stands, a quoted string without quotes and escapes, a literal's
     *  content. Empty for a list, for text, and for a literal whose content isn't here. */
    public abstract Optional<Octets> string();

    /** Whether this is an atom (or NIL) of this US-ASCII text, in whatever case. */
    public boolean isAtom(String text) {
        return false;
    }

    public abstract <R> R match(Cases<R> cases);

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + start + "," + end + ")";
    }

    /** One function per kind of token. */
    public interface Cases<R> {
        R atom(Atom atom);

        R nil(Nil nil);

        R quoted(Quoted quoted);

        R literal(Literal literal);

        R list(TokenList list);

        R text(Text text);
    }

    /** A word without quotes: a name, number, flag, sequence set, partial {@code <0.10>}. */
    public static sealed class Atom extends Token {

        Atom(Octets message, int start, int end) {
            super(message, start, end);
        }

        @Override
        public Optional<Octets> string() {
            return Optional.of(octets());
        }

        @Override
        public boolean isAtom(String text) {
            return text.length() == end() - start() && message.is(start(), text);
        }

        /** The number that it writes, -1 if it isn't digits or isn't below 2^63. */
        public long number() {
            return message.number(start(), end());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.atom(this);
        }
    }

    /** The atom NIL: nothing where a string or list may be missing, an ordinary word elsewhere. */
    public static final class Nil extends Atom {

        Nil(Octets message, int start, int end) {
            super(message, start, end);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nil(this);
        }
    }

    /** A quoted string. */
    public static final class Quoted extends Token {

        private final boolean escaped;

        Quoted(Octets message, int start, int end, boolean escaped) {
            super(message, start, end);
            this.escaped = escaped;
        }

        @Override
        public Optional<Octets> string() {
            Octets inner = message.slice(start() + 1, end() - 1);
            return Optional.of(escaped ? Strings.unescaped(inner) : inner);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quoted(this);
        }
    }

    /** A literal with its announcement. */
    public static final class Literal extends Token {

        private final int content;
        private final long length;
        private final boolean synchronising;

        Literal(Octets message, int start, int content, int end, long length, boolean synchronising) {
            super(message, start, end);
            this.content = content;
            this.length = length;
            this.synchronising = synchronising;
        }

        /** Octets announced. */
        public long length() {
            return length;
        }

        /** Whether the sender waits for a continuation request (RFC 9051 §4.3). */
        public boolean synchronising() {
            return synchronising;
        }

        /** Whether it may contain NUL (RFC 3516). */
        public boolean literal8() {
            return message.at(start()) == '~';
        }

        /** Whether the content streams past and isn't here. */
        public boolean streamed() {
            return end() - content != length;
        }

        /** The index in the message where the content begins, or would. */
        public int content() {
            return content;
        }

        /** The content, empty if it streams. */
        @Override
        public Optional<Octets> string() {
            return streamed() ? Optional.empty() : Optional.of(message.slice(content, end()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }
    }

    /** What follows for people, to the end of the line; or a response code's argument that has no tokens. */
    public static final class Text extends Token {

        Text(Octets message, int start, int end) {
            super(message, start, end);
        }

        @Override
        public Optional<Octets> string() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }
}
