package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * QUOTAROOT INBOX "#user/alice" "!partition/sda4"} (RFC 9208 §4.2.2). */
public record QuotaRootData(MailboxName mailbox, List<Octets> roots) implements Response {

    public static final View<QuotaRootData> VIEW = MessageReader.data(
            "QUOTAROOT", args -> new QuotaRootData(args.mailbox(), args.all(roots -> roots.astring("quota root"))));

    public QuotaRootData {
        roots = List.copyOf(roots);
        roots.forEach(Strings::checked);
    }

    @Override
    public View<QuotaRootData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        mailbox.write(to.atom("*").atom("QUOTAROOT"));
        roots.forEach(to::astring);
    }
}
