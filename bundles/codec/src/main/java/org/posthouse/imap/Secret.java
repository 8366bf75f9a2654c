package org.posthouse.imap;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Octets that must never reach a log, a trace or an error message: a password, a SASL response.
 *
 * <p>{@link #toString()} shows neither content nor length. The octets are owned by this object (copied in) and can
 * only be looked at inside {@link #reveal}; {@link #wipe} overwrites them. Not for concurrent use with
 * {@code wipe}.
 */
public final class Secret {

    private final byte[] octets;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /** A secret with a copy of the octets; the caller still owns, and should overwrite, its array. */
    public static Secret of(byte[] octets) {
        return new Secret(octets.clone());
    }

    /** What the reader makes of a copy of the octets; the copy is overwritten when the reader returns. */
    public <R> R reveal(Function<byte[], R> reader) {
        byte[] copy = octets.clone();
        try {
            return reader.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Overwrites the octets with zeros. */
    public void wipe() {
        Arrays.fill(octets, (byte) 0);
    }

    /** Compares in a time that doesn't depend on where two secrets of one length differ. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(octets, that.octets);
    }

    /** The same for all: a hash would be a fingerprint. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
