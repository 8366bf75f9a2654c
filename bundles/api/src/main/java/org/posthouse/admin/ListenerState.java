package org.posthouse.admin;

import java.util.Locale;

/** Where a listener stands; {@link #word()} is also the value of the service property {@code org.posthouse.listener.state}. */
public enum ListenerState {
    /** Configured, waiting for plugins or for its port. */
    OPENING,
    /** Accepts connections. */
    OPEN,
    /** Taken out of service by an operator: its port is closed. */
    DRAINED,
    /** Its port couldn't be opened for another reason than that somebody has it. */
    FAILED,
    /** Its port is in use. */
    TAKEN,
    /** Its configuration is faulty, and there is no earlier one to keep. */
    INVALID;

    /** The state in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
