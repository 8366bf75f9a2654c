package org.posthouse.imap.token;

/**
 * What the receiver of a message can take.
 *
 * @param nonSynchronising up to how many octets a literal may be sent without waiting: 0 never, 4096 with LITERAL-,
 *     {@link Long#MAX_VALUE} with LITERAL+ (RFC 7888); of no meaning towards a client, which never waits
 * @param utf8 whether quoted strings may be UTF-8 and mailbox names are (RFC 6855, RFC 9051 §5.1)
 */
public record WriteLimits(long nonSynchronising, boolean utf8) {

    /** A server that announced nothing; any client. */
    public static final WriteLimits PLAIN = new WriteLimits(0, false);

    public static final WriteLimits LITERAL_MINUS = new WriteLimits(4096, false);

    public static final WriteLimits LITERAL_PLUS = new WriteLimits(Long.MAX_VALUE, false);

    public WriteLimits {
        if (nonSynchronising < 0) {
            throw new IllegalArgumentException("octets without waiting: " + nonSynchronising);
        }
    }

    public WriteLimits withUtf8(boolean enabled) {
        return new WriteLimits(nonSynchronising, enabled);
    }
}
