package org.posthouse.parse;

import java.util.Optional;

/** What a message is to be read as. */
enum Kind {
    COMMAND,
    RESPONSE,
    GREETING,
    /** A client's line in a SASL exchange. */
    AUTHENTICATE,
    /** A client's line in IDLE. */
    IDLE;

    boolean line() {
        return this == AUTHENTICATE || this == IDLE;
    }

    static Optional<Kind> of(String name) {
        for (Kind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
