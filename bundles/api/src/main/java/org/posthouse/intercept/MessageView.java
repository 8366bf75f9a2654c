package org.posthouse.intercept;

import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.View;

/**
 * What is to be decided on: a message, its beginning, or a later line of it. Borrowed for the call that got it: every
 * method throws {@link IllegalStateException} when that is over. {@link #message()} gives what may be kept.
 */
@ProviderType
public interface MessageView {

    /** On which way it is. */
    Direction direction();

    /** Whether the message ends with it; otherwise a literal streams behind it. */
    boolean complete();

    /** Octets of the literal that streams behind it. */
    OptionalLong literal();

    /** Whether it is longer than what is shown (64 KiB). */
    boolean truncated();

    /**
     * It without its last line end, for people: control and 8-bit octets escaped as {@code \xHH}, credentials
     * as {@code ***}. A copy, may be kept.
     */
    String text();

    /**
     * Its octets with line ends, credentials and all: a copy, may be kept, must not be logged.
     */
    byte[] bytes();

    /**
     * It as a value on the heap, immutable, may be kept and used on any thread. Made on first use, with its tokens and
     * views, and shared by all interceptors that are shown the same; counted to the slot's budget while it is decided on.
     */
    Message message();

    /** What it says: {@code message().view(view)}. Malformed is a value, not an exception. */
    default <V> Parsed<V> view(View<V> view) {
        return message().view(view);
    }
}
