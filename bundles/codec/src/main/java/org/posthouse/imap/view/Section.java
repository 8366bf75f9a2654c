package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * Which part of a message: {@code []}, {@code [1.2.HEADER]}, {@code [HEADER.FIELDS (From To)]} (RFC 9051 §6.4.5.1).
 *
 * @param part the numbers of the part; empty: the whole message
 * @param text which text of it; empty: all
 * @param fields header field names, only and always with HEADER.FIELDS and HEADER.FIELDS.NOT
 */
public record Section(List<Long> part, Optional<Text> text, List<Octets> fields) {

    /** The whole message. */
    public static final Section WHOLE = new Section(List.of(), Optional.empty(), List.of());

    /** The texts that a message or a part consists of. */
    public enum Text {
        HEADER("HEADER"),
        HEADER_FIELDS("HEADER.FIELDS"),
        HEADER_FIELDS_NOT("HEADER.FIELDS.NOT"),
        TEXT("TEXT"),
        MIME("MIME");

        private final String wire;

        Text(String wire) {
            this.wire = wire;
        }

        boolean listed() {
            return this == HEADER_FIELDS || this == HEADER_FIELDS_NOT;
        }

        static Optional<Text> of(String wire) {
            for (Text text : values()) {
                if (text.wire.equals(wire.toUpperCase(Locale.ROOT))) {
                    return Optional.of(text);
                }
            }
            return Optional.empty();
        }
    }

    public Section {
        part = List.copyOf(part);
        fields = List.copyOf(fields);
        fields.forEach(Strings::checked);
        if (part.stream().anyMatch(number -> number < 1 || number > Args.NUMBER_32)) {
            throw new IllegalArgumentException("part numbers begin at 1");
        }
        if (text.filter(Text::listed).isPresent() == fields.isEmpty()) {
            throw new IllegalArgumentException("header fields belong to HEADER.FIELDS, and it needs them");
        }
        if (part.isEmpty() && text.filter(Text.MIME::equals).isPresent()) {
            throw new IllegalArgumentException("MIME belongs to a part");
        }
    }

    public static Section of(Text text) {
        return new Section(List.of(), Optional.of(text), List.of());
    }

    static Section read(Args args) {
        Args inner = args.brackets("section");
        if (!inner.more()) {
            return WHOLE;
        }
        String word = inner.octets("section").latin1();
        List<Long> part = new ArrayList<>();
        int at = 0;
        while (at < word.length() && Character.isDigit(word.charAt(at))) {
            int dot = word.indexOf('.', at);
            int end = dot < 0 ? word.length() : dot;
            long number = Octets.of(word.substring(at, end)).number().orElse(0);
            if (number < 1 || number > Args.NUMBER_32 || word.charAt(at) == '0' || end == word.length() - 1) {
                throw inner.fault("no part number");
            }
            part.add(number);
            at = end + 1;
        }
        Optional<Text> text = at < word.length() ? Text.of(word.substring(at)) : Optional.empty();
        if (at < word.length() && text.isEmpty()
                || part.isEmpty() && text.filter(Text.MIME::equals).isPresent()) {
            throw inner.fault("no section");
        }
        inner.word("section");
        List<Octets> fields = text.filter(Text::listed).isPresent() ? fields(inner) : List.of();
        inner.end();
        return new Section(part, text, fields);
    }

    private static List<Octets> fields(Args inner) {
        Args list = inner.list("header fields");
        if (!list.more()) {
            throw list.fault("no header field");
        }
        return list.all(args -> args.astring("header field"));
    }

    void write(TokenWriter to) {
        to.openSection();
        StringBuilder word = new StringBuilder();
        part.forEach(number -> word.append(word.isEmpty() ? "" : ".").append(number));
        text.ifPresent(which -> word.append(word.isEmpty() ? "" : ".").append(which.wire));
        if (!word.isEmpty()) {
            to.atom(word.toString());
        }
        if (!fields.isEmpty()) {
            to.open();
            fields.forEach(to::astring);
            to.close();
        }
        to.closeBracket();
    }
}
