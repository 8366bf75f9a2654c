package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.TokenWriter;

/**
 * Which mailboxes NOTIFY and ESEARCH are about (RFC 5465 §6, RFC 7377 §2.2).
 *
 * @param listed whether the mailboxes are in parentheses; must be for several
 * @param mailboxes for SUBTREE, SUBTREE_ONE and MAILBOXES at least one, else none
 */
public record MailboxFilter(Kind kind, boolean listed, List<MailboxName> mailboxes) {

    /** How mailboxes are picked. */
    public enum Kind {
        SELECTED("SELECTED"),
        /** Of NOTIFY only. */
        SELECTED_DELAYED("SELECTED-DELAYED"),
        INBOXES("INBOXES"),
        PERSONAL("PERSONAL"),
        SUBSCRIBED("SUBSCRIBED"),
        SUBTREE("SUBTREE"),
        /** Of ESEARCH only (RFC 7377). */
        SUBTREE_ONE("SUBTREE-ONE"),
        MAILBOXES("MAILBOXES");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        private boolean named() {
            return this == SUBTREE || this == SUBTREE_ONE || this == MAILBOXES;
        }

        @Override
        public String toString() {
            return wire;
        }
    }

    public MailboxFilter {
        mailboxes = List.copyOf(mailboxes);
        boolean fits = kind.named()
                ? !mailboxes.isEmpty() && (listed || mailboxes.size() == 1)
                : mailboxes.isEmpty() && !listed;
        if (!fits) {
            throw new IllegalArgumentException("no filter of mailboxes");
        }
    }

    public static MailboxFilter of(Kind kind) {
        return new MailboxFilter(kind, false, List.of());
    }

    /** One of another command's kinds is a deviation, and kept. */
    static MailboxFilter read(Args args, Kind notHere) {
        Kind kind = kind(args);
        if (kind == notHere) {
            args.note(Defect.ODD_ARGUMENT);
        }
        if (!kind.named()) {
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

    private static Kind kind(Args args) {
        for (Kind kind : Kind.values()) {
            if (args.take(kind.wire)) {
                return kind;
            }
        }
        throw args.fault("no mailbox filter");
    }

    void write(TokenWriter to) {
        to.atom(kind.wire);
        if (listed) {
            to.open();
        }
        mailboxes.forEach(mailbox -> mailbox.write(to));
        if (listed) {
            to.close();
        }
    }
}
