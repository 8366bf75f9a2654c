package org.posthouse.imap.view;

import java.util.OptionalLong;
import org.posthouse.imap.token.TokenWriter;

/** What STATUS tells of a mailbox: one item. */
public sealed interface StatusValue {

    StatusItem item();

    /** A number below 2^63; where the grammar has 32 bits, below 2^32. */
    record Numbered(StatusItem item, long value) implements StatusValue {
        public Numbered {
            long most = item.wide() || !item.known() ? Long.MAX_VALUE : Args.NUMBER_32;
            if (value < 0 || value > most || item.equals(StatusItem.MAILBOXID)) {
                throw new IllegalArgumentException(item + " " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.numbered(this);
        }
    }

    /** APPENDLIMIT NIL: there is no limit (RFC 7889). */
    record Unlimited() implements StatusValue {
        @Override
        public StatusItem item() {
            return StatusItem.APPENDLIMIT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unlimited();
        }
    }

    /** MAILBOXID (RFC 8474). */
    record Identity(ObjectId id) implements StatusValue {
        @Override
        public StatusItem item() {
            return StatusItem.MAILBOXID;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /** What nobody here knows. */
    record Other(StatusItem item, Opaque value) implements StatusValue {
        public Other {
            if (item.known()) {
                throw new IllegalArgumentException(item + " is known");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R numbered(Numbered number);

        R unlimited();

        R identity(Identity identity);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    /** The number, if it is one. */
    default OptionalLong number() {
        return this instanceof Numbered number ? OptionalLong.of(number.value()) : OptionalLong.empty();
    }

    static StatusValue read(Args list) {
        StatusItem item = StatusItem.of(list.atom("status item"));
        if (item.equals(StatusItem.MAILBOXID)) {
            return new Identity(ObjectId.listed(list));
        }
        if (item.equals(StatusItem.APPENDLIMIT) && list.takeNil()) {
            return new Unlimited();
        }
        if (!item.known()) {
            return new Other(item, Opaque.of(list.next("value")));
        }
        if (item.wide()) {
            return new Numbered(item, list.number64("value"));
        }
        return new Numbered(item, item.positive() ? list.positive("value", Args.NUMBER_32) : list.number32("value"));
    }

    default void write(TokenWriter to) {
        to.atom(item().toString());
        match(new Cases<TokenWriter>() {
            @Override
            public TokenWriter numbered(Numbered number) {
                return to.number(number.value());
            }

            @Override
            public TokenWriter unlimited() {
                return to.nil();
            }

            @Override
            public TokenWriter identity(Identity identity) {
                return to.open().atom(identity.id().text()).close();
            }

            @Override
            public TokenWriter other(Other other) {
                return to.verbatim(other.value().token());
            }
        });
    }
}
