package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * One thing to fetch: {@code FLAGS}, {@code BODY.PEEK[TEXT]<0.1024>} (RFC 9051 §6.4.5).
 *
 * @param section for BODY and the like; without one BODY is the structure
 * @param partial only with a section
 */
public record FetchItem(FetchItemName name, Optional<Section> section, Optional<Partial> partial) {

    /** A range of octets: from an offset, at most so many. */
    public record Partial(long offset, long count) {
        public Partial {
            if (offset < 0 || count < 1) {
                throw new IllegalArgumentException("octets " + offset + "." + count);
            }
        }
    }

    public FetchItem {
        boolean fits = section.isPresent() ? name.admitsSection() : !name.needsSection() && partial.isEmpty();
        if (!fits) {
            throw new IllegalArgumentException(name + " with or without a section");
        }
    }

    public static FetchItem of(FetchItemName name) {
        return new FetchItem(name, Optional.empty(), Optional.empty());
    }

    public static FetchItem of(FetchItemName name, Section section) {
        return new FetchItem(name, Optional.of(section), Optional.empty());
    }

    static FetchItem read(Args args) {
        FetchItemName name =
                FetchItemName.read(args.peek("item").octets()).orElseThrow(() -> args.fault("no fetch item"));
        args.word("item");
        if (!args.atSection() || !args.glued()) {
            if (name.needsSection()) {
                throw args.fault("no section");
            }
            return of(name);
        }
        Section section = Section.read(args);
        Optional<Partial> partial = Optional.empty();
        if (args.more() && args.glued()) {
            partial = Optional.of(partial(args.peek("partial").octets()).orElseThrow(() -> args.fault("no partial")));
            args.next("partial");
        }
        return new FetchItem(name, Optional.of(section), partial);
    }

    private static Optional<Partial> partial(Octets word) {
        String text = word.latin1();
        int dot = text.indexOf('.');
        if (dot < 2 || !text.startsWith("<") || !text.endsWith(">")) {
            return Optional.empty();
        }
        long offset = Octets.of(text.substring(1, dot)).number().orElse(-1);
        long count =
                Octets.of(text.substring(dot + 1, text.length() - 1)).number().orElse(-1);
        return offset < 0 || count < 1 ? Optional.empty() : Optional.of(new Partial(offset, count));
    }

    void write(TokenWriter to) {
        to.atom(name.toString());
        section.ifPresent(part -> part.write(to));
        partial.ifPresent(range -> to.glue().atom("<" + range.offset() + "." + range.count() + ">"));
    }
}
