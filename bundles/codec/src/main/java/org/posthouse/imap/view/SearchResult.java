package org.posthouse.imap.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.token.TokenWriter;

/** One thing that ESEARCH tells (RFC 4731, RFC 5267, RFC 6203, RFC 7162, RFC 9394). */
public sealed interface SearchResult {

    /** In capitals. */
    String name();

    /** MIN, MAX, COUNT: below 2^32; MODSEQ: below 2^63. */
    record Numbered(String name, long value) implements SearchResult {
        public Numbered {
            name = name.toUpperCase(Locale.ROOT);
            long most = name.equals("MODSEQ") ? Long.MAX_VALUE : Args.NUMBER_32;
            if (!Set.of("MIN", "MAX", "COUNT", "MODSEQ").contains(name) || value < 0 || value > most) {
                throw new IllegalArgumentException(name + " " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.numbered(this);
        }
    }

    /** ALL. */
    record All(SequenceSet messages) implements SearchResult {
        @Override
        public String name() {
            return "ALL";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /** PARTIAL; empty: nothing is in that window. */
    record Partial(PartialRange range, Optional<SequenceSet> messages) implements SearchResult {
        @Override
        public String name() {
            return "PARTIAL";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partial(this);
        }
    }

    /** ADDTO, REMOVEFROM: what joins or leaves a result, and where. */
    record Positions(String name, List<Position> positions) implements SearchResult {

        /** From 1; 0 says nothing of the order. */
        public record Position(long at, SequenceSet messages) {
            public Position {
                if (at < 0 || at > Args.NUMBER_32) {
                    throw new IllegalArgumentException("position " + at);
                }
            }
        }

        public Positions {
            name = name.toUpperCase(Locale.ROOT);
            positions = List.copyOf(positions);
            if (!Set.of("ADDTO", "REMOVEFROM").contains(name) || positions.isEmpty()) {
                throw new IllegalArgumentException("no positions of " + name);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.positions(this);
        }
    }

    /** RELEVANCY: scores of 1 to 100, in the order of the messages. */
    record Relevancy(List<Long> scores) implements SearchResult {
        public Relevancy {
            scores = List.copyOf(scores);
            if (scores.stream().anyMatch(score -> score < 0 || score > 100)) {
                throw new IllegalArgumentException("a score above 100");
            }
        }

        @Override
        public String name() {
            return "RELEVANCY";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.relevancy(this);
        }
    }

    /** What nobody here knows. */
    record Other(String name, Opaque value) implements SearchResult {
        public Other {
            name = Word.atom(name, "search result").toUpperCase(Locale.ROOT);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R numbered(Numbered number);

        R all(All all);

        R partial(Partial partial);

        R positions(Positions positions);

        R relevancy(Relevancy relevancy);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    static SearchResult read(Args args) {
        return SearchResults.read(args);
    }

    default void write(TokenWriter to) {
        match(new SearchResults(to.atom(name())));
    }
}
