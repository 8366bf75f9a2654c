package org.posthouse.proxy.plugin;

import org.posthouse.admin.JarState;

/**
 * What can be said of a jar now.
 *
 * @param reason what is the matter, empty if nothing is
 * @param mend what an operator can do about it
 */
record Finding(JarState state, String reason, String mend) {

    static Finding starting() {
        return new Finding(JarState.STARTING, "", "");
    }

    static Finding active() {
        return new Finding(JarState.ACTIVE, "", "");
    }

    /** It runs, and something is worth knowing. */
    static Finding remark(String reason, String mend) {
        return new Finding(JarState.ACTIVE, reason, mend);
    }

    static Finding waiting(String reason, String mend) {
        return new Finding(JarState.WAITING, reason, mend);
    }

    static Finding failed(String reason, String mend) {
        return new Finding(JarState.FAILED, reason, mend);
    }

    boolean decided() {
        return state != JarState.STARTING;
    }

    boolean serves() {
        return state == JarState.ACTIVE;
    }
}
