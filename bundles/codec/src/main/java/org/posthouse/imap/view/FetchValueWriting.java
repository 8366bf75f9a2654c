package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** Writes one item of FETCH data. */
record FetchValueWriting(TokenWriter to) implements FetchValue.Cases<TokenWriter> {

    static void write(FetchValue value, TokenWriter to) {
        value.match(new FetchValueWriting(to.atom(value.name().toString())));
    }

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
    public TokenWriter head(FetchValue.Head head) {
        head.envelope().write(to);
        return to;
    }

    @Override
    public TokenWriter structure(FetchValue.Structure structure) {
        Bodies.write(structure.structure(), to);
        return to;
    }

    @Override
    public TokenWriter decodedSize(ExtensionValue.DecodedSize size) {
        size.section().write(to);
        return to.number(size.size());
    }

    @Override
    public TokenWriter identity(ExtensionValue.Identity identity) {
        return to.open().atom(identity.id().text()).close();
    }

    @Override
    public TokenWriter preview(ExtensionValue.Preview preview) {
        return to.string(preview.text());
    }

    @Override
    public TokenWriter labels(ExtensionValue.Labels labels) {
        return writeLabels(labels.labels(), to);
    }

    static TokenWriter writeLabels(List<Octets> labels, TokenWriter to) {
        to.open();
        labels.forEach(label -> writeLabel(label, to));
        return to.close();
    }

    static void writeLabel(Octets label, TokenWriter to) {
        String text = label.latin1();
        boolean system = text.startsWith("\\") && Word.isAtom(text.substring(1));
        if (system) {
            to.atom(text);
        } else {
            to.astring(label);
        }
    }

    @Override
    public TokenWriter missing(ExtensionValue.Missing missing) {
        return to.nil();
    }

    @Override
    public TokenWriter other(FetchValue.Other other) {
        other.section().ifPresent(section -> section.write(to));
        return to.verbatim(other.value().token());
    }
}
