package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** What LIST shall tell of the mailboxes (RFC 5258 §3.2, RFC 5819, RFC 6154, RFC 8440, RFC 9590). */
public sealed interface ReturnOption {

    /** Words alone. */
    enum Plain implements ReturnOption {
        SUBSCRIBED("SUBSCRIBED"),
        CHILDREN("CHILDREN"),
        SPECIAL_USE("SPECIAL-USE"),
        /** RFC 8440. */
        MYRIGHTS("MYRIGHTS");

        private final String wire;

        Plain(String wire) {
            this.wire = wire;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plain(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom(wire);
        }

        @Override
        public String toString() {
            return wire;
        }
    }

    /** {@code STATUS (MESSAGES UNSEEN)} (RFC 5819); empty only where a peer wrote it so. */
    record Status(List<StatusItem> items) implements ReturnOption {
        public Status {
            items = List.copyOf(items);
        }

        static Status read(Args args) {
            return new Status(args.list("status items").some(StatusItem::asked));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.status(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("STATUS").open();
            items.forEach(item -> to.atom(item.toString()));
            to.close();
        }
    }

    /** {@code METADATA ("/shared/comment")} (RFC 9590); empty only where a peer wrote it so. */
    record Metadata(List<Octets> entries) implements ReturnOption {
        public Metadata {
            entries = List.copyOf(entries);
            entries.forEach(Strings::checked);
        }

        static Metadata read(Args args) {
            return new Metadata(args.list("entries").some(MetadataEntry::readName));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.metadata(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("METADATA").open();
            entries.forEach(to::astring);
            to.close();
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements ReturnOption {
        public Other {
            Grammar.RETURN.unknown(parameter);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            parameter.write(to);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R plain(Plain plain);

        R status(Status status);

        R metadata(Metadata metadata);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
