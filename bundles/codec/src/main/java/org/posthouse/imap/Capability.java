package org.posthouse.imap;

import java.util.Locale;
import java.util.Optional;

/**
 * One word of a capability list, such as {@code IDLE} or {@code AUTH=PLAIN} (RFC 9051 §7.2.2).
 *
 * <p>Two spellings of one capability are equal; {@link #toString()} keeps the spelling it was made with, so that a
 * list is written as its author wrote it.
 */
public final class Capability {

    public static final Capability IMAP4REV1 = of("IMAP4rev1");
    public static final Capability IMAP4REV2 = of("IMAP4rev2");
    public static final Capability STARTTLS = of("STARTTLS");
    public static final Capability LOGINDISABLED = of("LOGINDISABLED");
    public static final Capability SASL_IR = of("SASL-IR");
    public static final Capability LITERAL_PLUS = of("LITERAL+");
    public static final Capability LITERAL_MINUS = of("LITERAL-");
    public static final Capability COMPRESS_DEFLATE = of("COMPRESS=DEFLATE");
    public static final Capability IDLE = of("IDLE");
    public static final Capability ENABLE = of("ENABLE");
    public static final Capability ID = of("ID");
    public static final Capability UTF8_ACCEPT = of("UTF8=ACCEPT");
    public static final Capability UNAUTHENTICATE = of("UNAUTHENTICATE");
    public static final Capability LOGIN_REFERRALS = of("LOGIN-REFERRALS");
    public static final Capability MAILBOX_REFERRALS = of("MAILBOX-REFERRALS");

    private static final String AUTH = "AUTH=";

    private final String spelling;
    private final String folded;

    private Capability(String spelling, String folded) {
        this.spelling = spelling;
        this.folded = folded;
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static Capability of(String text) {
        return new Capability(text, Atom.folded(text, "capability"));
    }

    /** The capability, or empty if the text is no atom: for what peers send. */
    public static Optional<Capability> parse(String text) {
        return Atom.is(text) ? Optional.of(new Capability(text, text.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /** {@code AUTH=mechanism}. */
    public static Capability auth(String mechanism) {
        return of(AUTH + mechanism);
    }

    /** The SASL mechanism in capitals if this is {@code AUTH=mechanism}. */
    public Optional<String> mechanism() {
        return folded.startsWith(AUTH) ? Optional.of(folded.substring(AUTH.length())) : Optional.empty();
    }

    /** What stands before the first {@code =}, in capitals: {@code AUTH}, {@code COMPRESS}, {@code IDLE}. */
    public String keyword() {
        int equals = folded.indexOf('=');
        return equals < 0 ? folded : folded.substring(0, equals);
    }

    /** Whether this is the text, in whatever case. */
    public boolean is(String text) {
        return folded.equals(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Capability that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
