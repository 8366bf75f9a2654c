package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** A modifier of STORE (RFC 4466 §2.5, RFC 7162). */
public sealed interface StoreModifier {

    /** UNCHANGEDSINCE: only what has no greater modification sequence, below 2^63, may be 0 (RFC 7162 §3.1.3). */
    record UnchangedSince(long modSeq) implements StoreModifier {
        public UnchangedSince {
            CodeReader.checkedModSeq(modSeq);
        }

        static UnchangedSince read(Args args) {
            return new UnchangedSince(args.number("modification sequence", 0, Long.MAX_VALUE));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unchangedSince(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("UNCHANGEDSINCE").number(modSeq);
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements StoreModifier {
        public Other {
            Grammar.STORE.unknown(parameter);
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
        R unchangedSince(UnchangedSince since);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
