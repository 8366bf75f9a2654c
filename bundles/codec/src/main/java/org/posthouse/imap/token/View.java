package org.posthouse.imap.token;

/**
 * A way to understand a message. Stateless: {@link Message#view} keeps what it returned.
 *
 * @param <V> what it makes of a message
 */
@FunctionalInterface
public interface View<V> {

    /** What the message says. Never throws for what a message says; any thread. */
    Parsed<V> read(Message message);
}
