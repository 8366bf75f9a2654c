package org.posthouse.imap.view;

import java.util.Locale;
import java.util.Set;
import org.posthouse.imap.token.TokenWriter;

/**
 * A criterion of SORT (RFC 5256 §3, RFC 5957, RFC 6203).
 *
 * @param field in capitals: ARRIVAL, CC, DATE, DISPLAYFROM, DISPLAYTO, FROM, RELEVANCY, SIZE, SUBJECT, TO
 * @param reverse whether the greatest comes first
 */
public record SortKey(String field, boolean reverse) {

    private static final Set<String> FIELDS =
            Set.of("ARRIVAL", "CC", "DATE", "DISPLAYFROM", "DISPLAYTO", "FROM", "RELEVANCY", "SIZE", "SUBJECT", "TO");

    public SortKey {
        field = field.toUpperCase(Locale.ROOT);
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("no sort criterion");
        }
    }

    static SortKey read(Args list) {
        boolean reverse = list.take("REVERSE");
        String field = list.peek("sort criterion").octets().latin1().toUpperCase(Locale.ROOT);
        if (!FIELDS.contains(field)) {
            throw list.fault("no sort criterion");
        }
        list.next("sort criterion");
        return new SortKey(field, reverse);
    }

    void write(TokenWriter to) {
        (reverse ? to.atom("REVERSE") : to).atom(field);
    }
}
