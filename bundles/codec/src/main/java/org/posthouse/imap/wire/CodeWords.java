package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.posthouse.imap.wire.ResponseHead.Code;

/** Names of response codes (RFC 9051 §7.1). */
final class CodeWords {

    private static final Code[] CODES = {Code.CAPABILITY, Code.REFERRAL, Code.BADCHARSET, Code.NEWNAME};
    private static final byte[][] NAMES = names();

    private CodeWords() {}

    private static byte[][] names() {
        byte[][] names = new byte[CODES.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = CODES[i].name().getBytes(StandardCharsets.US_ASCII);
        }
        return names;
    }

    /** Length of the name at {@code from}: it ends at a space, a control, a {@code ]} or {@code end}. */
    static int length(ByteBuf buf, int from, int end) {
        int at = from;
        while (at < end && !closes(buf.getByte(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean closes(byte octet) {
        return octet == ']' || octet >= 0 && octet <= ' ';
    }

    static Code of(ByteBuf buf, int at, int length) {
        for (int i = 0; i < NAMES.length; i++) {
            if (same(buf, at, length, NAMES[i])) {
                return CODES[i];
            }
        }
        return Code.OTHER;
    }

    /** Whether the octets are the name, in whatever case; the name is given in capitals. */
    static boolean same(ByteBuf buf, int at, int length, byte[] name) {
        if (length != name.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int octet = buf.getByte(at + i);
            if ((octet >= 'a' && octet <= 'z' ? octet - 32 : octet) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
