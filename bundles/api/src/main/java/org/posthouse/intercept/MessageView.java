package org.posthouse.intercept;

import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One line of a message, borrowed for the call that got it. Every method throws {@link IllegalStateException}
 * when the call is over.
 */
@ProviderType
public interface MessageView {

    /** On which way it is. */
    Direction direction();

    /** Whether the message ends with this line; otherwise a literal follows, and then {@code onTail}. */
    boolean complete();

    /** Octets of the literal that this line announces. */
    OptionalLong literal();

    /** Whether the line is longer than what is shown (64 KiB). */
    boolean truncated();

    /**
     * The line without its line end, for people: control and 8-bit octets escaped as {@code \xHH}, credentials
     * as {@code ***}. A copy, may be kept.
     */
    String text();

    /**
     * The octets of the line with its line end, credentials and all: a copy, may be kept, must not be logged.
     */
    byte[] bytes();
}
