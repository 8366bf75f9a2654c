package org.posthouse.imap.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenWriter;

/**
 * One message of an APPEND.
 *
 * @param flags empty optional: no list of flags
 * @param date the internal date that it shall have
 */
public record AppendMessage(Optional<List<Flag>> flags, Optional<OffsetDateTime> date, Data data) {

    /** Where the octets come from. */
    public sealed interface Data {
        <R> R match(Cases<R> cases);
    }

    /** One literal; of what streams the length is known. */
    public record Literal(Content content) implements Data {
        public Literal {
            literal(content);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }
    }

    /** {@code UTF8 (~{n}…)} (RFC 6855 §4). */
    public record Utf8(Content content) implements Data {
        public Utf8 {
            literal(content);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.utf8(this);
        }
    }

    /** {@code CATENATE (URL "…" TEXT {5}…)}: what the message is put together from (RFC 4469); at least one part. */
    public record Catenate(List<CatenatePart> parts) implements Data {

        public Catenate {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("no parts");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.catenate(this);
        }
    }

    /** An extension of the shape {@code WORD (…)} (RFC 4466). */
    public record Extended(String keyword, Opaque parts) implements Data {
        public Extended {
            Word.atom(keyword, "keyword");
            if (!(parts.token() instanceof TokenList)) {
                throw new IllegalArgumentException("parts are a list");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.extended(this);
        }
    }

    /** One function per kind of data. */
    public interface Cases<R> {
        R literal(Literal literal);

        R utf8(Utf8 utf8);

        R catenate(Catenate catenate);

        R extended(Extended extended);
    }

    public AppendMessage {
        flags = flags.map(List::copyOf);
        date = date.map(Dates::checked);
    }

    static void literal(Content content) {
        if (content instanceof Content.Missing) {
            throw new IllegalArgumentException("a message of nothing");
        }
    }

    static AppendMessage read(Args args) {
        Optional<List<Flag>> flags = args.atList() ? Optional.of(args.plainFlags()) : Optional.empty();
        Optional<OffsetDateTime> date =
                args.more() && args.peek("data") instanceof Token.Quoted ? Optional.of(date(args)) : Optional.empty();
        return new AppendMessage(flags, date, data(args));
    }

    static OffsetDateTime date(Args args) {
        String text = args.said("date").map(Octets::latin1).orElse("");
        OffsetDateTime date = Dates.dateTime(text).orElseThrow(() -> args.fault("no date"));
        if (!Dates.exact(text)) {
            args.note(Defect.ODD_DATE);
        }
        args.skip("date");
        return date;
    }

    private static Data data(Args args) {
        if (args.peek("message") instanceof Token.Literal literal) {
            args.skip("message");
            return new Literal(Content.of(literal));
        }
        String keyword = args.octets("message").latin1();
        if (!Word.isAtom(keyword)) {
            throw args.fault("no message");
        }
        args.word("message");
        if (keyword.equalsIgnoreCase("UTF8")) {
            Args list = args.list("literal");
            if (!(list.next("literal") instanceof Token.Literal literal)) {
                throw list.fault("no literal");
            }
            list.end();
            return new Utf8(Content.of(literal));
        }
        if (!args.atList()) {
            throw args.fault("no parts");
        }
        if (keyword.equalsIgnoreCase("CATENATE")) {
            return new Catenate(catenated(args.list("parts")));
        }
        return new Extended(keyword, Opaque.of(args.next("parts")));
    }

    private static List<CatenatePart> catenated(Args list) {
        if (!list.more()) {
            throw list.fault("no parts");
        }
        // In an incomplete message the part under way may be missing, and what is there counts.
        return list.all(CatenatePart::read);
    }

    void write(TokenWriter to) {
        flags.ifPresent(list -> {
            to.open();
            list.forEach(flag -> to.atom(flag.toString()));
            to.close();
        });
        date.ifPresent(when -> to.quoted(Dates.text(when)));
        data.match(new Cases<TokenWriter>() {
            @Override
            public TokenWriter literal(Literal literal) {
                literal.content().write(to, true);
                return to;
            }

            @Override
            public TokenWriter utf8(Utf8 utf8) {
                to.atom("UTF8").open();
                utf8.content().write(to, true);
                return to.close();
            }

            @Override
            public TokenWriter catenate(Catenate catenate) {
                to.atom("CATENATE").open();
                catenate.parts().forEach(part -> part.write(to));
                return to.close();
            }

            @Override
            public TokenWriter extended(Extended extended) {
                return to.atom(extended.keyword()).verbatim(extended.parts().token());
            }
        });
    }
}
