package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * METADATA INBOX (/private/comment "x")}, or only the names of what changed: {@code * METADATA "" /shared/x}
 * (RFC 5464 §4.4).
 *
 * @param values annotations with their values; empty if there are only names
 * @param names what changed; empty if there are values
 */
public record MetadataData(MailboxName mailbox, List<MetadataEntry> values, List<Octets> names) implements Response {

    public static final View<MetadataData> VIEW = MessageReader.data("METADATA", MetadataData::read);

    public MetadataData {
        values = List.copyOf(values);
        names = List.copyOf(names);
        names.forEach(Strings::checked);
        if (!values.isEmpty() && !names.isEmpty()) {
            throw new IllegalArgumentException("values and bare names");
        }
    }

    private static MetadataData read(Args args) {
        MailboxName mailbox = args.mailbox();
        if (args.atList()) {
            return new MetadataData(mailbox, args.list("entries").some(MetadataEntry::read), List.of());
        }
        if (!args.more()) {
            throw args.fault("no entries");
        }
        return new MetadataData(mailbox, List.of(), args.all(MetadataEntry::readName));
    }

    @Override
    public View<MetadataData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        mailbox.write(to.atom("*").atom("METADATA"));
        if (names.isEmpty()) {
            to.open();
            values.forEach(value -> value.write(to));
            to.close();
        }
        names.forEach(to::astring);
    }
}
