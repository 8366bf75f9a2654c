package org.posthouse.admin;

import java.util.Locale;

/** In which direction a place in a chain fails. */
public enum SlotFailure {
    /** The message goes on without it. */
    OPEN,
    /** Nothing passes without it. */
    CLOSED;

    /** The mode in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
