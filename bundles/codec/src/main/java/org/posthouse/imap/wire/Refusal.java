package org.posthouse.imap.wire;

/**
 * Why a client line is not forwarded (R1a, R6, R7, R9). A constant: nothing is made per refusal.
 *
 * <p>Each cause exists twice: <em>fatal</em> if what follows can't be framed as commands (the content of a
 * {@code {n+}} literal, the rest of an overlong line), then the answer is BAD, BYE and close; otherwise a BAD is
 * enough and the line is consumed whole.
 */
public final class Refusal {

    /** What was wrong. An internal list of this framer, so closed. */
    public enum Cause {
        EMPTY_LINE("empty line"),
        BAD_TAG("tag outside the grammar or over 64 octets"),
        NO_COMMAND("no command behind the tag"),
        BAD_SPACING("exactly one space is needed between tag, command and UID sub-command"),
        BAD_NAME("command name is no atom"),
        BARE_CR("CR without LF"),
        NUL("NUL outside a literal"),
        BARE_LF("line must end in CRLF"),
        LITERAL_PLACE("no literal is allowed here"),
        LITERAL_UNKNOWN_COMMAND("no literal is allowed in an unknown command"),
        LITERAL_LINE_END("a literal must be announced before CRLF"),
        LITERAL_SIZE("literal too large"),
        LINE_LENGTH("line too long");

        private final String reason;
        private final Refusal mild;
        private final Refusal fatal;

        Cause(String reason) {
            this.reason = reason;
            this.mild = new Refusal(this, false);
            this.fatal = new Refusal(this, true);
        }
    }

    private final Cause cause;
    private final boolean fatal;

    private Refusal(Cause cause, boolean fatal) {
        this.cause = cause;
        this.fatal = fatal;
    }

    static Refusal of(Cause cause, boolean fatal) {
        return fatal ? cause.fatal : cause.mild;
    }

    public Cause cause() {
        return cause;
    }

    /** For people; holds no octet of the client. */
    public String reason() {
        return cause.reason;
    }

    /** Whether the connection must be closed after the BAD. */
    public boolean fatal() {
        return fatal;
    }

    @Override
    public String toString() {
        return fatal ? cause + " (fatal)" : cause.toString();
    }
}
