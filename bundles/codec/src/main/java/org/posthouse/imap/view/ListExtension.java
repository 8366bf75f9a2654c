package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** What LIST tells of a mailbox beyond attributes and name (RFC 5258 §6 mbox-list-extended). */
public sealed interface ListExtension {

    /** In capitals; in another spelling it is {@link Other}, so that what is written back keeps it. */
    Octets CHILD_INFO = Octets.of("CHILDINFO");

    Octets OLD_NAME = Octets.of("OLDNAME");

    /** {@code "CHILDINFO" ("SUBSCRIBED")}: which selection options mailboxes below it fit (RFC 5258 §3.5). */
    record ChildInfo(List<Octets> options) implements ListExtension {
        public ChildInfo {
            options = List.copyOf(options);
            options.forEach(Strings::checked);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("CHILDINFO of nothing");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.childInfo(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.astring(CHILD_INFO).open();
            options.forEach(to::string);
            to.close();
        }
    }

    /** {@code "OLDNAME" ("x")}: how the mailbox was called (RFC 9051 §7.3.1, RFC 5465 §5.4). */
    record OldName(MailboxName name) implements ListExtension {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oldName(this);
        }

        @Override
        public void write(TokenWriter to) {
            name.write(to.astring(OLD_NAME).open());
            to.close();
        }
    }

    /** What nobody here knows. */
    record Other(Octets tag, Opaque value) implements ListExtension {
        public Other {
            Strings.checked(tag);
            if (tag.equals(CHILD_INFO) || tag.equals(OLD_NAME)) {
                throw new IllegalArgumentException("known, and has a value of its own");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.astring(tag).verbatim(value.token());
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R childInfo(ChildInfo info);

        R oldName(OldName name);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);

    static ListExtension read(Args args) {
        Octets tag = args.astring("tag");
        if (tag.equals(CHILD_INFO)) {
            Args list = args.list("selection options");
            if (!list.more()) {
                throw list.fault("no selection option");
            }
            return new ChildInfo(list.all(options -> options.string("selection option")));
        }
        if (!tag.equals(OLD_NAME)) {
            return new Other(tag, Opaque.of(args.next("value")));
        }
        Args list = args.list("old name");
        OldName name = new OldName(list.mailbox());
        list.end();
        return name;
    }
}
