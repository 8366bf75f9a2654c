package org.posthouse.imap.wire;

/** What a {@code +} of the server asks of the client while a command is outstanding (R4). */
public enum Continuation {
    /** Nothing but literals. */
    NONE,
    /** One line of SASL data for each {@code +} (AUTHENTICATE, RFC 9051 §6.2.2). */
    SASL,
    /** The one line {@code DONE} (RFC 2177). */
    IDLE,
    /** Unknown command: one line of anything for each {@code +}. */
    OPAQUE
}
