package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** What constructors ask of octets. */
final class Strings {

    private Strings() {}

    /** No NUL: what a string of the grammar can hold. */
    static Octets checked(Octets octets) {
        if (octets.hasNul()) {
            throw new IllegalArgumentException("NUL in a string");
        }
        return octets;
    }

    static void checked(Optional<Octets> octets) {
        if (octets.isPresent()) {
            checked(octets.get());
        }
    }

    /** No CR, LF or NUL: what the rest of a line can hold. */
    static Octets line(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (octet == 0 || octet == '\r' || octet == '\n') {
                throw new IllegalArgumentException("a line end or NUL in a line");
            }
        }
        return octets;
    }
}
