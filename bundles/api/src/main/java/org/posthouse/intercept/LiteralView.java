package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** The literal whose octets are passing, borrowed for the call. */
@ProviderType
public interface LiteralView {

    /** On which way it is: {@link Direction#CLIENT_TO_PROXY} or {@link Direction#SERVER_TO_PROXY}. */
    Direction direction();

    /** Octets announced by the sender. */
    long length();

    /** Octets that were shown in earlier calls. */
    long offset();

    /** Whether it may contain NUL (RFC 3516). */
    boolean literal8();

    /** Counts the literals of the message, from 0. */
    int index();

    /**
     * These octets go on in place of the chunk that is shown; a copy is made. Only with {@link Literals#resize()} and
     * after a rewrite that announced another length or the same one anew. In sum it must be what was announced: too many
     * throws, too few when the last chunk has been shown is a failure that ends the connection.
     *
     * @throws IllegalStateException without such an interest, or if more than was announced
     */
    void replace(byte[] octets);
}
