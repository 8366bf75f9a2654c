package org.posthouse.imap.view;

import java.util.Locale;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;

/**
 * Rights on a mailbox: {@code lrswipkxtea} (RFC 4314 §2). Equal to one that has the same rights in another order.
 *
 * @param letters lower-case letters and digits, as they were written
 */
public record Rights(String letters) {

    public static final Rights NONE = new Rights("");

    public Rights {
        if (!isRights(letters)) {
            throw new IllegalArgumentException("rights are lower-case letters and digits");
        }
    }

    static boolean isRights(String letters) {
        return letters.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    static Rights read(Args args) {
        String text = args.said("rights").map(Octets::latin1).orElse("");
        String folded = text.toLowerCase(Locale.ROOT);
        if (!text.equals(folded)) {
            args.note(Defect.ODD_ARGUMENT);
        }
        if (!isRights(folded)) {
            throw args.fault("no rights");
        }
        args.astring("rights");
        return new Rights(folded);
    }

    /** Whether this right is among them. */
    public boolean contains(char right) {
        return letters.indexOf(right) >= 0;
    }

    private String sorted() {
        return letters.chars()
                .distinct()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Rights that && sorted().equals(that.sorted());
    }

    @Override
    public int hashCode() {
        return sorted().hashCode();
    }
}
