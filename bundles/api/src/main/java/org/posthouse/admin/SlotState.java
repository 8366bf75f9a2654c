package org.posthouse.admin;

import java.util.Locale;

/** Whether somebody serves a place in a chain. */
public enum SlotState {
    /** An interceptor serves it. */
    SERVING,
    /** Its interceptor has gone; the place is kept, and what it had asked for is held, then refused. */
    VACANT,
    /** Its interceptor failed too often: an open place is skipped, a closed one refuses. */
    QUARANTINED,
    /** Switched off by an operator: an open place is skipped, a closed or required one refuses. */
    OFF,
    /** Another service of the same id serves; this one takes its place when that one goes. */
    SHADOWED,
    /** Named in the listener's configuration, and nobody has served it since. */
    MISSING;

    /** The state in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
