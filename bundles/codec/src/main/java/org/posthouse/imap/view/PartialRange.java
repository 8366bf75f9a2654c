package org.posthouse.imap.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window on a result: {@code 1:500} from its beginning, {@code -1:-100} from its end (RFC 9394, RFC 5267).
 *
 * @param first 1 to 2^32-1, and below zero to count from the end
 * @param last of the same sign
 */
public record PartialRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("(-?)([1-9]\\d{0,9}):(-?)([1-9]\\d{0,9})");

    public PartialRange {
        boolean one = first > 0 == last > 0 && first != 0 && last != 0;
        if (!one || Math.abs(first) > Args.NUMBER_32 || Math.abs(last) > Args.NUMBER_32) {
            throw new IllegalArgumentException("range " + first + ":" + last);
        }
    }

    static Optional<PartialRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !form.group(1).equals(form.group(3))) {
            return Optional.empty();
        }
        long first = Long.parseLong(form.group(1) + form.group(2));
        long last = Long.parseLong(form.group(3) + form.group(4));
        boolean fits = Math.max(Math.abs(first), Math.abs(last)) <= Args.NUMBER_32;
        return fits ? Optional.of(new PartialRange(first, last)) : Optional.empty();
    }

    /** The range that must come now. */
    static PartialRange read(Args args) {
        PartialRange range = parse(args.octets("range").latin1()).orElseThrow(() -> args.fault("no range"));
        args.skip("range");
        return range;
    }

    @Override
    public String toString() {
        return first + ":" + last;
    }
}
