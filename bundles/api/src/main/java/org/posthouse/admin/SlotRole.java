package org.posthouse.admin;

import java.util.Locale;

/** What an interceptor says of itself by the service property {@code imap.interceptor.role}. */
public enum SlotRole {
    /** It looks. */
    OBSERVE,
    /** It may decide. */
    MUTATE;

    /** The role in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
