package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** A modifier of FETCH (RFC 4466 §2.3, RFC 7162, RFC 9394). */
public sealed interface FetchModifier {

    /** CHANGEDSINCE: only messages with a greater modification sequence, below 2^63 (RFC 7162 §3.1.4.1). */
    record ChangedSince(long modSeq) implements FetchModifier {
        public ChangedSince {
            CodeReader.checkedModSeq(modSeq);
        }

        static ChangedSince read(Args args) {
            return new ChangedSince(args.positive("modification sequence", Long.MAX_VALUE));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changedSince(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("CHANGEDSINCE").number(modSeq);
        }
    }

    /** VANISHED: also which ones are gone; of UID FETCH with CHANGEDSINCE only (RFC 7162 §3.2.6). */
    record Vanished() implements FetchModifier {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.vanished(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("VANISHED");
        }
    }

    /** PARTIAL: a window on the messages; of UID FETCH only (RFC 9394 §3.2). */
    record Partial(PartialRange range) implements FetchModifier {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partial(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("PARTIAL").atom(range.toString());
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements FetchModifier {
        public Other {
            Grammar.FETCH.unknown(parameter);
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
        R changedSince(ChangedSince since);

        R vanished(Vanished vanished);

        R partial(Partial partial);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
