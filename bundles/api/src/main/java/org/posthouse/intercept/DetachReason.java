package org.posthouse.intercept;

/** Why an interceptor leaves a session. */
public enum DetachReason {
    /** The session ended. */
    SESSION_CLOSED,
    /** Its service went, another took its id, or the listener's configuration no longer names it. */
    LEFT_CHAIN,
    /** It failed in this session, or everywhere and was quarantined. */
    FAILED
}
