package org.posthouse.intercept;

import java.util.Objects;

/**
 * Names a value that the interceptors of one session share. Two keys are equal if name and type are.
 *
 * @param name by convention {@code id/what}
 * @param type of the value; use a type of the JDK or of the API, or both bundles must share its class
 */
public record AttachmentKey<T>(String name, Class<T> type) {

    /** Both are needed. */
    public AttachmentKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }
}
