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
    /** All but the tag, if it looks like none: whoever mixed up the order may have written the password there. */
    ODD_TAG {
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
    /** Tag, AUTHENTICATE and a mechanism that exists: behind it stands an initial response, or in its place a password. */
    INITIAL_RESPONSE {
        @Override
        int visible(byte[] line, int length) {
            int mechanism = afterWords(line, length, 2);
            int behind = afterWords(line, length, 3);
            String name = new String(line, mechanism, behind - mechanism, StandardCharsets.ISO_8859_1);
            return MechanismNames.known(name.trim()) ? behind : mechanism;
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

    /** Their arguments may hold a password (ID, RFC 2971 §3.3), an access token (RFC 4467) or a value that clients hide. */
    private static final Set<CommandSpec> TELLING = Set.of(
            CommandSpec.ID,
            CommandSpec.GENURLAUTH,
            CommandSpec.URLFETCH,
            CommandSpec.RESETKEY,
            CommandSpec.SETMETADATA);

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
        return first && !authenticated ? ODD_TAG : NONE;
    }

    /** How many octets from the beginning may be read. */
    abstract int visible(byte[] line, int length);

    /** Where what is hidden ends. */
    int hidden(byte[] line, int length) {
        return length;
    }

    /** How many octets at the beginning are a tag that must not be read. */
    private int oddTag(byte[] line, int length) {
        boolean tagged = this == ODD_TAG || this == ARGUMENTS || this == INITIAL_RESPONSE;
        return tagged ? TagShape.odd(line, length) : 0;
    }

    /** The line without its line end, escaped, what is hidden replaced. */
    String text(byte[] line) {
        int length = withoutLineEnd(line);
        int visible = visible(line, length);
        int hidden = hidden(line, length);
        int tag = Math.min(oddTag(line, length), visible);
        StringBuilder text = new StringBuilder(length);
        if (tag > 0) {
            text.append(HIDDEN);
        }
        append(text, line, tag, visible);
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
