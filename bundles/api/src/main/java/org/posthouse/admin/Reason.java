package org.posthouse.admin;

import java.util.Locale;

/**
 * One thing that keeps the proxy from being ready, or that an operator should know.
 *
 * @param kind what it is about
 * @param subject which listener, interceptor ({@code LISTENER/ID}), jar or file; empty if it is about the whole
 * @param blocks whether the proxy isn't ready because of it
 * @param reason what is the matter
 * @param mend what to do about it; empty if there is nothing to do
 */
public record Reason(Kind kind, String subject, boolean blocks, String reason, String mend) {

    /** Kind and subject, as {@code interceptor:main/guard}. */
    public String label() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return subject.isEmpty() ? word : word + ":" + subject;
    }

    /** What a reason is about; more may come, so programs should take unknown ones for blocking by {@link #blocks()}. */
    public enum Kind {
        /** A file of the configuration that nobody can read, or whose latest text is faulty while an older one is in force. */
        CONFIGURATION,
        /** The jars that lay in the plugin folder at start are still coming up. */
        STARTING,
        /** No listener is configured, or one hasn't got its port. */
        LISTENER,
        /** An interceptor that is missing, vacant, quarantined or shadowed. */
        INTERCEPTOR,
        /** A jar in the plugin folder that doesn't do what it was put there for. */
        JAR
    }
}
