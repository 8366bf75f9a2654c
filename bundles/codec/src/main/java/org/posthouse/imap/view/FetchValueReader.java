package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/** Reads one item of FETCH data; {@link FetchValueWriting} writes it. */
final class FetchValueReader {

    private FetchValueReader() {}

    static FetchValue read(Args list) {
        Octets word = list.octets("item");
        FetchItemName name = FetchItemName.read(word).orElseThrow(() -> list.fault("no fetch item"));
        list.skip();
        if (list.atSection() && list.glued()) {
            return sectioned(list, name);
        }
        if (name.equals(FetchItemName.FLAGS)) {
            return new FetchValue.Flags(list.plainFlags());
        }
        if (name.isNumber()) {
            boolean uid = name.equals(FetchItemName.UID);
            return new FetchValue.Numbered(name, uid ? list.positive("UID", Args.NUMBER_32) : Bodies.count(list));
        }
        if (name.equals(FetchItemName.ENVELOPE)) {
            return new FetchValue.Head(Envelope.read(list));
        }
        if (name.equals(FetchItemName.BODYSTRUCTURE) || name.equals(FetchItemName.BODY)) {
            return new FetchValue.Structure(name, Bodies.read(list));
        }
        return simple(list, name);
    }

    private static FetchValue simple(Args list, FetchItemName name) {
        if (name.equals(FetchItemName.MODSEQ)) {
            Args inner = list.list("modification sequence");
            long value = inner.positive("modification sequence", Long.MAX_VALUE);
            inner.end();
            return new FetchValue.Numbered(name, value);
        }
        if (name.isContent()) {
            Content.refuseLiteral8(list);
            return new FetchValue.Body(name, Optional.empty(), OptionalLong.empty(), Content.read(list));
        }
        if (name.needsSection()) {
            throw list.fault("no section");
        }
        if (name.maybeMissing() && list.takeNil()) {
            return new ExtensionValue.Missing(name);
        }
        if (name.equals(FetchItemName.INTERNALDATE) || name.equals(FetchItemName.SAVEDATE)) {
            return new FetchValue.Date(name, AppendMessage.date(list));
        }
        return extension(list, name);
    }

    private static FetchValue extension(Args list, FetchItemName name) {
        if (name.isIdentity()) {
            return new ExtensionValue.Identity(name, ObjectId.listed(list));
        }
        if (name.equals(FetchItemName.PREVIEW)) {
            return new ExtensionValue.Preview(list.string("preview"));
        }
        if (name.equals(FetchItemName.X_GM_LABELS)) {
            return new ExtensionValue.Labels(labels(list));
        }
        return new FetchValue.Other(name, Optional.empty(), Opaque.of(list.next("value")));
    }

    static List<Octets> labels(Args args) {
        return args.list("labels").all(FetchValueReader::label);
    }

    /** {@code \Inbox}, {@code Important}, {@code "Muy Importante"}. */
    static Octets label(Args list) {
        String text =
                list.peek("label") instanceof Token.Atom atom ? atom.octets().latin1() : "";
        boolean system = text.startsWith("\\") && Word.isAtom(text.substring(1));
        return system ? list.word("label") : list.astring("label");
    }

    private static FetchValue sectioned(Args list, FetchItemName name) {
        if (!name.admitsSection()) {
            throw list.fault("no section belongs here");
        }
        Section section = Section.read(list);
        if (name.equals(FetchItemName.BINARY_SIZE)) {
            return new ExtensionValue.DecodedSize(section, list.number64("size"));
        }
        OptionalLong origin = OptionalLong.empty();
        if (list.more() && list.glued()) {
            String text = list.octets("origin").latin1();
            boolean bracketed = text.length() > 2 && text.startsWith("<") && text.endsWith(">");
            origin = bracketed ? Octets.of(text.substring(1, text.length() - 1)).number() : origin;
            if (origin.isEmpty()) {
                throw list.fault("no origin");
            }
            list.skip("origin");
        }
        boolean content = name.equals(FetchItemName.BODY) || name.equals(FetchItemName.BINARY);
        if (!name.equals(FetchItemName.BINARY)) {
            Content.refuseLiteral8(list);
        }
        return content
                ? new FetchValue.Body(name, Optional.of(section), origin, Content.read(list))
                : new FetchValue.Other(name, Optional.of(section), Opaque.of(list.next("value")));
    }
}
