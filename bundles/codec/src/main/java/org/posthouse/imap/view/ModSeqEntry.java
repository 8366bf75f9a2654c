package org.posthouse.imap.view;

import java.util.Locale;
import org.posthouse.imap.token.Octets;

/**
 * Metadata of a message that has a modification sequence of its own: {@code "/flags/\\draft" all} (RFC 7162 §3.1.5).
 *
 * @param name US-ASCII
 */
public record ModSeqEntry(Octets name, Scope scope) {

    /** Whose value of it. */
    public enum Scope {
        PRIV,
        SHARED,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ModSeqEntry {
        Strings.line(name);
        if (!name.isAscii()) {
            throw new IllegalArgumentException("no entry");
        }
    }

    static ModSeqEntry read(Args args) {
        Octets name = args.string("entry");
        for (Scope scope : Scope.values()) {
            if (args.take(scope.name())) {
                return new ModSeqEntry(name, scope);
            }
        }
        throw args.fault("no type of entry");
    }
}
