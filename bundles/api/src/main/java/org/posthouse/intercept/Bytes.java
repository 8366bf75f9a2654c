package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Octets that are on their way, borrowed for the call that got them: later use throws {@link IllegalStateException}.
 * Thread: the session's event loop.
 */
@ProviderType
public interface Bytes {

    /** How many. */
    int length();

    /** The octet at the index, 0 to 255. */
    int at(int index);

    /** Copies all of them to the target, beginning at the index. */
    void copyTo(byte[] target, int index);

    /** A copy, may be kept. */
    byte[] copy();
}
