package org.posthouse.imap.view;

import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** Items of FETCH data, to and fro. */
final class FetchValueReader {

    private FetchValueReader() {}

    static FetchValue read(Args list) {
        Octets word = list.peek("item").octets();
        FetchItemName name = FetchItemName.read(word).orElseThrow(() -> list.fault("no fetch item"));
        list.word("item");
        if (list.atSection() && list.glued()) {
            return sectioned(list, name);
        }
        if (name.equals(FetchItemName.FLAGS)) {
            return new FetchValue.Flags(list.flags());
        }
        if (FetchData.isNumber(word)) {
            return new FetchValue.Numbered(name, number(list));
        }
        if (name.equals(FetchItemName.MODSEQ)) {
            Args inner = list.list("modification sequence");
            long value = inner.number("modification sequence", 0, Long.MAX_VALUE);
            inner.end();
            return new FetchValue.Numbered(name, value);
        }
        boolean date = name.equals(FetchItemName.INTERNALDATE) || name.equals(FetchItemName.SAVEDATE);
        if (date && !list.atAtom("NIL")) {
            return new FetchValue.Date(name, AppendMessage.date(list));
        }
        if (name.isContent()) {
            return new FetchValue.Body(name, Optional.empty(), OptionalLong.empty(), Content.read(list));
        }
        return new FetchValue.Other(name, Optional.empty(), Opaque.of(list.next("value")));
    }

    private static long number(Args list) {
        Octets digits = list.peek("number").octets();
        if (digits.length() > 1
                && digits.at(0) == '-'
                && digits.slice(1, digits.length()).number().isPresent()) {
            list.note(Defect.NUMBER_RANGE);
            list.next("number");
            return 0;
        }
        return list.number("number", 0, Long.MAX_VALUE);
    }

    private static FetchValue sectioned(Args list, FetchItemName name) {
        if (!name.admitsSection()) {
            throw list.fault("no section belongs here");
        }
        Section section = Section.read(list);
        OptionalLong origin = OptionalLong.empty();
        if (list.more() && list.glued()) {
            String text = list.peek("origin").octets().latin1();
            boolean bracketed = text.length() > 2 && text.startsWith("<") && text.endsWith(">");
            origin = bracketed ? Octets.of(text.substring(1, text.length() - 1)).number() : origin;
            if (origin.isEmpty()) {
                throw list.fault("no origin");
            }
            list.next("origin");
        }
        boolean content = name.equals(FetchItemName.BODY) || name.equals(FetchItemName.BINARY);
        return content
                ? new FetchValue.Body(name, Optional.of(section), origin, Content.read(list))
                : new FetchValue.Other(name, Optional.of(section), Opaque.of(list.next("value")));
    }

    static void write(FetchValue value, TokenWriter to) {
        to.atom(value.name().toString());
        value.match(new Writing(to));
    }

    private record Writing(TokenWriter to) implements FetchValue.Cases<TokenWriter> {

        @Override
        public TokenWriter flags(FetchValue.Flags flags) {
            to.open();
            flags.flags().forEach(flag -> to.atom(flag.toString()));
            return to.close();
        }

        @Override
        public TokenWriter numbered(FetchValue.Numbered number) {
            boolean listed = number.name().equals(FetchItemName.MODSEQ);
            return listed ? to.open().number(number.value()).close() : to.number(number.value());
        }

        @Override
        public TokenWriter date(FetchValue.Date date) {
            return to.quoted(Dates.text(date.date()));
        }

        @Override
        public TokenWriter body(FetchValue.Body body) {
            body.section().ifPresent(section -> section.write(to));
            body.origin().ifPresent(origin -> to.glue().atom("<" + origin + ">"));
            body.content().write(to, false);
            return to;
        }

        @Override
        public TokenWriter other(FetchValue.Other other) {
            other.section().ifPresent(section -> section.write(to));
            return to.verbatim(other.value().token());
        }
    }
}
