package org.posthouse.admin;

import java.util.Locale;

/** Where a session's dialogue stands (RFC 9051 §3). */
public enum SessionPhase {
    /** TLS with the client or the way to the server isn't ready; no greeting yet. */
    OPENING,
    /** Greeted, not logged in. */
    NOT_AUTHENTICATED,
    /** Logged in, no mailbox selected. */
    AUTHENTICATED,
    /** A mailbox is selected. */
    SELECTED,
    /** It is coming to its end. */
    LOGOUT;

    /** The phase in lower case, words joined by a hyphen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
