package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/**
 * A criterion of SORT.
 *
 * @param reverse whether the greatest comes first
 */
public record SortKey(Field field, boolean reverse) {

    /** What messages are sorted by (RFC 5256 §3). */
    public enum Field {
        ARRIVAL,
        CC,
        DATE,
        /** RFC 5957, as DISPLAYTO. */
        DISPLAYFROM,
        DISPLAYTO,
        FROM,
        /** RFC 6203. */
        RELEVANCY,
        SIZE,
        SUBJECT,
        TO
    }

    static SortKey read(Args list) {
        boolean reverse = list.take("REVERSE");
        for (Field field : Field.values()) {
            if (list.take(field.name())) {
                return new SortKey(field, reverse);
            }
        }
        throw list.fault("no sort criterion");
    }

    void write(TokenWriter to) {
        (reverse ? to.atom("REVERSE") : to).atom(field.name());
    }
}
