package org.posthouse.imap.view;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.posthouse.imap.token.TokenWriter;

/**
 * Which mailboxes NOTIFY and ESEARCH are about (RFC 5465 §6, RFC 7377 §2.2).
 *
 * @param kind in capitals: SELECTED, SELECTED-DELAYED, INBOXES, PERSONAL, SUBSCRIBED, SUBTREE, SUBTREE-ONE, MAILBOXES
 * @param listed whether the mailboxes are in parentheses; must be for several
 * @param mailboxes for SUBTREE, SUBTREE-ONE and MAILBOXES at least one, else none
 */
public record MailboxFilter(String kind, boolean listed, List<MailboxName> mailboxes) {

    private static final Set<String> NAMED = Set.of("SUBTREE", "SUBTREE-ONE", "MAILBOXES");
    private static final Set<String> BARE = Set.of("SELECTED", "SELECTED-DELAYED", "INBOXES", "PERSONAL", "SUBSCRIBED");

    public MailboxFilter {
        kind = kind.toUpperCase(Locale.ROOT);
        mailboxes = List.copyOf(mailboxes);
        boolean fits = NAMED.contains(kind)
                ? !mailboxes.isEmpty() && (listed || mailboxes.size() == 1)
                : BARE.contains(kind) && mailboxes.isEmpty() && !listed;
        if (!fits) {
            throw new IllegalArgumentException("no filter of mailboxes");
        }
    }

    public static MailboxFilter of(String kind) {
        return new MailboxFilter(kind, false, List.of());
    }

    static MailboxFilter read(Args args) {
        String kind = args.peek("mailbox filter").octets().latin1().toUpperCase(Locale.ROOT);
        if (!NAMED.contains(kind) && !BARE.contains(kind)) {
            throw args.fault("no mailbox filter");
        }
        args.next("mailbox filter");
        if (BARE.contains(kind)) {
            return of(kind);
        }
        boolean listed = args.atList();
        if (!listed) {
            return new MailboxFilter(kind, false, List.of(args.mailbox()));
        }
        Args list = args.list("mailboxes");
        if (!list.more()) {
            throw list.fault("no mailboxes");
        }
        return new MailboxFilter(kind, true, list.all(Args::mailbox));
    }

    void write(TokenWriter to) {
        to.atom(kind);
        if (listed) {
            to.open();
        }
        mailboxes.forEach(mailbox -> mailbox.write(to));
        if (listed) {
            to.close();
        }
    }
}
