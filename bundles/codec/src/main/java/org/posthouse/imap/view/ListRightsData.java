package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * LISTRIGHTS INBOX fred la r swicdkxte} (RFC 4314 §3.7).
 *
 * @param required what the identifier always has
 * @param optional what can be granted, those together that go together
 */
public record ListRightsData(MailboxName mailbox, Octets identifier, Rights required, List<Rights> optional)
        implements Response {

    public static final View<ListRightsData> VIEW = MessageReader.data(
            "LISTRIGHTS",
            args -> new ListRightsData(
                    args.mailbox(), args.astring("identifier"), Rights.read(args), args.all(Rights::read)));

    public ListRightsData {
        Strings.checked(identifier);
        optional = List.copyOf(optional);
    }

    @Override
    public View<ListRightsData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        mailbox.write(to.atom("*").atom("LISTRIGHTS"));
        to.astring(identifier).astring(required.letters());
        optional.forEach(rights -> to.astring(rights.letters()));
    }
}
