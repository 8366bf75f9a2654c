package org.posthouse.imap.view;

import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;

/** Octets of a message, or what is known of them. */
public sealed interface Content {

    /** NIL: there is none. */
    record Missing() implements Content {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing();
        }
    }

    /**
     * It is here.
     *
     * @param literal8 whether it is written as one (RFC 3516); must be, if it holds NUL
     */
    record Here(Octets octets, boolean literal8) implements Content {
        public Here {
            if (!literal8) {
                Strings.checked(octets);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.here(this);
        }
    }

    /** It streams: its length is announced, its octets aren't here. */
    record Streaming(long length, boolean literal8) implements Content {
        public Streaming {
            if (length < 0) {
                throw new IllegalArgumentException("length " + length);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.streaming(this);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R missing();

        R here(Here here);

        R streaming(Streaming streaming);
    }

    <R> R match(Cases<R> cases);

    /** Of a literal. A NUL that a peer put into an ordinary one makes it a literal8 here. */
    static Content of(Token.Literal literal) {
        return literal.string()
                .<Content>map(octets -> new Here(octets, literal.literal8() || octets.hasNul()))
                .orElseGet(() -> new Streaming(literal.length(), literal.literal8()));
    }

    /** Where the grammar has a nstring: a literal8 is a deviation. */
    static void refuseLiteral8(Args args) {
        if (args.more() && args.peek("content") instanceof Token.Literal literal && literal.literal8()) {
            args.note(Defect.UNDUE_LITERAL8);
        }
    }

    /** What a nstring or a literal8 says. */
    static Content read(Args args) {
        if (args.peek("content") instanceof Token.Literal literal) {
            args.skip("content");
            return of(literal);
        }
        return args.nstring("content")
                .<Content>map(octets -> new Here(octets, false))
                .orElseGet(Missing::new);
    }

    /** Writes it as a nstring, or as a literal where only one may stand. */
    default void write(TokenWriter to, boolean onlyLiteral) {
        match(new Cases<TokenWriter>() {
            @Override
            public TokenWriter missing() {
                return to.nil();
            }

            @Override
            public TokenWriter here(Here here) {
                return onlyLiteral || here.literal8()
                        ? to.literal(here.octets(), here.literal8())
                        : to.string(here.octets());
            }

            @Override
            public TokenWriter streaming(Streaming streaming) {
                return to.streamed(streaming.length(), streaming.literal8());
            }
        });
    }
}
