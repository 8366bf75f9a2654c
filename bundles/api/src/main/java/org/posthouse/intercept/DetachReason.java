package org.posthouse.intercept;

/** Why an interceptor leaves a session. */
public enum DetachReason {
    /** The session ended. */
    SESSION_CLOSED,
    /** Its service went, or another took its id. */
    SERVICE_GONE,
    /** The listener's configuration no longer names it. */
    CONFIGURED_OUT
}
