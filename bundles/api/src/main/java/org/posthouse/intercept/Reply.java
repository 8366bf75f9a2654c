package org.posthouse.intercept;

import java.util.Optional;
import org.posthouse.imap.token.Octets;

/**
 * A tagged result made by an interceptor (RFC 9051 §7.1). On the wire the proxy puts {@code posthouse:} in front of the
 * text, so that people see who speaks.
 *
 * @param status how it went
 * @param code a response code without its brackets, such as {@code LIMIT} or {@code UIDNEXT 5}
 * @param text for people; one line of US-ASCII
 */
public record Reply(Status status, Optional<String> code, String text) implements CommandVerdict.Decided {

    private static final int LONGEST = 500;

    /** The three that a tagged result may have. */
    public enum Status {
        /** Done. */
        OK,
        /** Failed. */
        NO,
        /** Not understood. */
        BAD
    }

    /** One line, no brackets in the code. */
    public Reply {
        checkText(text);
        code.ifPresent(Reply::checkCode);
    }

    /** {@code OK text}. */
    public static Reply ok(String text) {
        return new Reply(Status.OK, Optional.empty(), text);
    }

    /** {@code NO text}. */
    public static Reply no(String text) {
        return new Reply(Status.NO, Optional.empty(), text);
    }

    /** {@code BAD text}. */
    public static Reply bad(String text) {
        return new Reply(Status.BAD, Optional.empty(), text);
    }

    /** The same with a response code (RFC 9051 §7.1, RFC 5530), without brackets. */
    public Reply code(String newCode) {
        return new Reply(status, Optional.of(newCode), text);
    }

    @Override
    public <R> R decide(Cases<R> cases) {
        return cases.reply(this);
    }

    static void checkCode(String code) {
        checkText(code);
        if (code.isBlank() || code.indexOf('[') >= 0 || code.indexOf(']') >= 0) {
            throw new IllegalArgumentException("not a response code");
        }
    }

    static void checkText(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("not one line of US-ASCII up to " + LONGEST + ": " + Octets.of(text));
        }
    }
}
