package org.posthouse.admin;

import java.util.Locale;

/** Whether a jar in the plugin folder does what it was put there for. */
public enum JarState {
    /** Just seen, or being started. */
    STARTING,
    /** It runs. A reason beside it is worth knowing, no more. */
    ACTIVE,
    /** It runs, but what it offers waits for a service or a configuration. */
    WAITING,
    /** It doesn't run. */
    FAILED;

    /** The state in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
