package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.TokenWriter;

/** A parameter of SELECT and EXAMINE (RFC 4466 §2.1, RFC 7162). */
public sealed interface SelectParameter {

    /** CONDSTORE (RFC 7162 §3.1.8). */
    record CondStore() implements SelectParameter {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.condStore(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("CONDSTORE");
        }
    }

    /**
     * {@code QRESYNC (67890007 20050715194045000 41,43:211 (1,2 3,4))}: what the client remembers (RFC 7162 §3.2.5).
     *
     * @param validity the UIDVALIDITY, below 2^32
     * @param modSeq the greatest modification sequence, below 2^63
     * @param known the UIDs that it has; empty: all
     * @param match numbers that it can tell the UIDs of
     */
    record Resync(long validity, long modSeq, Optional<SequenceSet> known, Optional<Match> match)
            implements SelectParameter {
        public Resync {
            CodeReader.checked(validity);
            CodeReader.checkedModSeq(modSeq);
        }

        static Resync read(Args args) {
            Args list = args.list("QRESYNC parameters");
            long validity = list.positive("UIDVALIDITY", Args.NUMBER_32);
            long modSeq = list.positive("modification sequence", Long.MAX_VALUE);
            Optional<SequenceSet> known =
                    list.more() && !list.atList() ? Optional.of(list.knownSet()) : Optional.empty();
            Optional<Match> match =
                    list.more() ? Optional.of(Match.read(list.list("sequence match data"))) : Optional.empty();
            list.end();
            return new Resync(validity, modSeq, known, match);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resync(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("QRESYNC").open().number(validity).number(modSeq);
            known.ifPresent(set -> to.atom(set.toString()));
            match.ifPresent(pair -> to.open()
                    .atom(pair.numbers().toString())
                    .atom(pair.uids().toString())
                    .close());
            to.close();
        }
    }

    /** Message sequence numbers and the UIDs that belong to them, both ascending (seq-match-data). */
    record Match(SequenceSet numbers, SequenceSet uids) {
        private static Match read(Args list) {
            Match match = new Match(list.knownSet(), list.knownSet());
            list.end();
            return match;
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements SelectParameter {
        public Other {
            Grammar.SELECT.unknown(parameter);
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
        R condStore(CondStore condStore);

        R resync(Resync resync);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
