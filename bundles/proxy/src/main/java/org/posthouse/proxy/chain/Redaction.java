package org.posthouse.proxy.chain;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.posthouse.imap.wire.CommandSpec;

/** How much of a line people may read: the engine knows which octets can be a credential. */
public enum Redaction {
    /** All of it. */
    NONE {
        @Override
        int visible(byte[] line, int length) {
            return length;
        }
    },
    /** Tag and name (two words): LOGIN, and commands that nobody knows, which may be a mistyped LOGIN. */
    ARGUMENTS {
        @Override
        int visible(byte[] line, int length) {
            return afterWords(line, length, 2);
        }
    },
    /** Tag, AUTHENTICATE and the mechanism: behind it stands an initial response. */
    INITIAL_RESPONSE {
        @Override
        int visible(byte[] line, int length) {
            return afterWords(line, length, 3);
        }
    },
    /** The {@code +} of a challenge. */
    CHALLENGE {
        @Override
        int visible(byte[] line, int length) {
            return afterWords(line, length, 1);
        }
    },
    /** All but the first word: the tag of what is no command may be a password that the client sent out of step. */
    TAG {
        @Override
        int visible(byte[] line, int length) {
            return 0;
        }

        @Override
        int hidden(byte[] line, int length) {
            int next = afterWords(line, length, 1);
            return next < length ? next - 1 : length;
        }
    },
    /** Nothing: lines of a SASL exchange, and what follows the literals of LOGIN. */
    ALL {
        @Override
        int visible(byte[] line, int length) {
            return 0;
        }
    };

    private static final String HIDDEN = "***";

    /** Their arguments may hold a password (ID, RFC 2971 §3.3) or an access token (RFC 4467). */
    private static final Set<CommandSpec> TELLING =
            Set.of(CommandSpec.ID, CommandSpec.GENURLAUTH, CommandSpec.URLFETCH, CommandSpec.RESETKEY);

    /**
     * What of a line of this command may be read.
     *
     * @param first its first line, not one behind a literal or a part
     * @param authenticated whether the client has logged in: before, a line that is no known command may be a password
     */
    public static Redaction ofCommand(CommandSpec spec, boolean first, boolean authenticated) {
        if (!spec.known() && !authenticated) {
            return ALL;
        }
        if (spec == CommandSpec.LOGIN || TELLING.contains(spec) || !spec.known()) {
            return first ? ARGUMENTS : ALL;
        }
        if (spec == CommandSpec.AUTHENTICATE) {
            return first ? INITIAL_RESPONSE : ALL;
        }
        return NONE;
    }

    /** How many octets from the beginning may be read. */
    abstract int visible(byte[] line, int length);

    /** Where what is hidden ends. */
    int hidden(byte[] line, int length) {
        return length;
    }

    /** The line without its line end, escaped, what is hidden replaced. */
    String text(byte[] line) {
        int length = withoutLineEnd(line);
        int visible = visible(line, length);
        int hidden = hidden(line, length);
        StringBuilder text = new StringBuilder(length);
        append(text, line, 0, visible);
        if (visible < hidden) {
            text.append(HIDDEN);
        }
        append(text, line, hidden, length);
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            append(text, line[i]);
        }
    }

    private static void append(StringBuilder text, byte octet) {
        if (octet >= 0x20 && octet < 0x7f) {
            text.append((char) octet);
        } else {
            text.append("\\x").append(new String(hex(octet), StandardCharsets.US_ASCII));
        }
    }

    private static byte[] hex(byte octet) {
        String digits = "0123456789abcdef";
        return new byte[] {(byte) digits.charAt((octet >> 4) & 15), (byte) digits.charAt(octet & 15)};
    }

    private static int withoutLineEnd(byte[] line) {
        int length = line.length;
        if (length > 0 && line[length - 1] == '\n') {
            length--;
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    /** Just behind the blank that follows so many words. */
    private static int afterWords(byte[] line, int length, int words) {
        int seen = 0;
        for (int i = 0; i < length; i++) {
            if (line[i] == ' ' && ++seen == words) {
                return i + 1;
            }
        }
        return length;
    }
}
