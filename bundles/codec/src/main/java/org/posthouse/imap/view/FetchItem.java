package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * One thing to fetch: {@code FLAGS}, {@code BODY.PEEK[TEXT]<0.1024>} (RFC 9051 §6.4.5).
 *
 * @param section for BODY and the like; without one BODY is the structure
 * @param partial only with a section
 * @param modifiers words of {@code PREVIEW (LAZY)} (RFC 8970); only without a section
 */
public record FetchItem(
        FetchItemName name, Optional<Section> section, Optional<Partial> partial, List<String> modifiers) {

    /** A range of octets: from an offset, at most so many. */
    public record Partial(long offset, long count) {
        public Partial {
            if (offset < 0 || count < 1) {
                throw new IllegalArgumentException("octets " + offset + "." + count);
            }
        }
    }

    public FetchItem {
        modifiers = List.copyOf(modifiers);
        modifiers.forEach(modifier -> Word.atom(modifier, "modifier"));
        if (!modifiers.isEmpty() && !name.equals(FetchItemName.PREVIEW)) {
            throw new IllegalArgumentException(name + " has no modifiers");
        }
        boolean fits = section.isPresent() ? name.admitsSection() : !name.needsSection() && partial.isEmpty();
        if (!fits) {
            throw new IllegalArgumentException(name + " with or without a section");
        }
    }

    public FetchItem(FetchItemName name, Optional<Section> section, Optional<Partial> partial) {
        this(name, section, partial, List.of());
    }

    public static FetchItem of(FetchItemName name) {
        return new FetchItem(name, Optional.empty(), Optional.empty());
    }

    public static FetchItem of(FetchItemName name, Section section) {
        return new FetchItem(name, Optional.of(section), Optional.empty());
    }

    /** One of a list, where words in parentheses belong to it. */
    static FetchItem listed(Args list) {
        FetchItem item = read(list);
        if (!item.name.equals(FetchItemName.PREVIEW) || !list.atList()) {
            return item;
        }
        List<String> modifiers = list.list("modifiers").some(words -> words.atom("modifier"));
        return new FetchItem(item.name, item.section, item.partial, modifiers);
    }

    static FetchItem read(Args args) {
        FetchItemName name = FetchItemName.read(args.octets("item")).orElseThrow(() -> args.fault("no fetch item"));
        if (!name.known()) {
            args.note(Defect.UNKNOWN_NAME);
        }
        args.word("item");
        if (!args.atSection() || !args.glued()) {
            if (name.needsSection()) {
                throw args.fault("no section");
            }
            return of(name);
        }
        Section section = Section.read(args);
        if (name.decodes() && section.text().isPresent()) {
            throw args.fault("a part that can't be decoded");
        }
        Optional<Partial> partial = Optional.empty();
        if (args.more() && args.glued() && !name.equals(FetchItemName.BINARY_SIZE)) {
            partial = Optional.of(partial(args.octets("partial")).orElseThrow(() -> args.fault("no partial")));
            args.skip("partial");
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

    /** In parentheses, if there are any. */
    static void writeList(List<FetchItem> items, TokenWriter to) {
        if (!items.isEmpty()) {
            to.open();
            items.forEach(item -> item.write(to));
            to.close();
        }
    }

    void write(TokenWriter to) {
        to.atom(name.toString());
        section.ifPresent(part -> part.write(to));
        if (!modifiers.isEmpty()) {
            to.open();
            modifiers.forEach(to::atom);
            to.close();
        }
        partial.ifPresent(range -> to.glue().atom("<" + range.offset() + "." + range.count() + ">"));
    }
}
