package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/**
 * Messages by number or UID, in the order that was written: {@code 1:3,7,12:*}, or {@code $}, what the last search saved
 * (RFC 9051 §9 sequence-set, RFC 5182).
 */
public sealed interface SequenceSet {

    /** Stands for {@code *}, the greatest number in use; is greater than every number. */
    long STAR = 1L << 32;

    /** The result of the last search that saved. */
    SequenceSet SAVED = new Saved();

    /**
     * One number, or all between two, whichever is the smaller.
     *
     * @param pair whether it is written with a colon; {@code 2:2} is allowed
     */
    record Range(long first, long last, boolean pair) {
        public Range {
            if (first < 1 || first > STAR || last < 1 || last > STAR || !pair && first != last) {
                throw new IllegalArgumentException("range " + first + ":" + last);
            }
        }

        public Range(long first, long last) {
            this(first, last, first != last);
        }

        public boolean contains(long number) {
            return number >= Math.min(first, last) && number <= Math.max(first, last);
        }

        @Override
        public String toString() {
            return !pair ? text(first) : text(first) + ":" + text(last);
        }

        private static String text(long number) {
            return number == STAR ? "*" : Long.toString(number);
        }
    }

    /** At least one range. */
    record Ranges(List<Range> ranges) implements SequenceSet {
        public Ranges {
            ranges = List.copyOf(ranges);
            if (ranges.isEmpty()) {
                throw new IllegalArgumentException("an empty sequence set");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ranges(this);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            ranges.forEach(range -> text.append(text.isEmpty() ? "" : ",").append(range));
            return text.toString();
        }
    }

    /** {@code $}. */
    record Saved() implements SequenceSet {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.saved();
        }

        @Override
        public String toString() {
            return "$";
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R ranges(Ranges ranges);

        R saved();
    }

    <R> R match(Cases<R> cases);

    static SequenceSet of(long number) {
        return new Ranges(List.of(new Range(number, number)));
    }

    static SequenceSet of(long first, long last) {
        return new Ranges(List.of(new Range(first, last)));
    }

    static Optional<SequenceSet> parse(String text) {
        if (text.equals("$")) {
            return Optional.of(SAVED);
        }
        List<Range> ranges = new ArrayList<>();
        for (int at = 0; at <= text.length(); ) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            String range = text.substring(at, end);
            int colon = range.indexOf(':');
            long first = number(colon < 0 ? range : range.substring(0, colon));
            long last = colon < 0 ? first : number(range.substring(colon + 1));
            if (first < 1 || last < 1) {
                return Optional.empty();
            }
            ranges.add(new Range(first, last, colon >= 0));
            at = end + 1;
        }
        return Optional.of(new Ranges(ranges));
    }

    /** The number, -1 if it is none. */
    private static long number(String text) {
        if (text.equals("*")) {
            return STAR;
        }
        long number = text.startsWith("0") ? -1 : Octets.of(text).number().orElse(-1);
        return number >= STAR ? -1 : number;
    }
}
