package org.posthouse.imap.view;

/** How a status response judges (RFC 9051 §7.1). */
public enum Status {
    OK,
    NO,
    BAD,
    /** Untagged only. */
    BYE,
    /** Untagged only, as a greeting. */
    PREAUTH
}
