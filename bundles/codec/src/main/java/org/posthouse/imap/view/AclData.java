package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * ACL INBOX fred lrs} (RFC 4314 §3.6). */
public record AclData(MailboxName mailbox, List<Entry> entries) implements Response {

    public static final View<AclData> VIEW =
            MessageReader.data("ACL", args -> new AclData(args.mailbox(), args.all(Entry::read)));

    /** Who may do what; with a {@code -} before the identifier, what he may not. */
    public record Entry(Octets identifier, Rights rights) {
        public Entry {
            Strings.checked(identifier);
        }

        private static Entry read(Args args) {
            return new Entry(args.astring("identifier"), Rights.read(args));
        }
    }

    public AclData {
        entries = List.copyOf(entries);
    }

    @Override
    public View<AclData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        mailbox.write(to.atom("*").atom("ACL"));
        entries.forEach(
                entry -> to.astring(entry.identifier()).astring(entry.rights().letters()));
    }
}
