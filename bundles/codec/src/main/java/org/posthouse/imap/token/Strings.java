package org.posthouse.imap.token;

import java.util.Arrays;

/** Quoting and its opposite (RFC 9051 §4.3). */
final class Strings {

    private Strings() {}

    static Octets unescaped(Octets inner) {
        byte[] value = new byte[inner.length()];
        int length = 0;
        for (int i = 0; i < inner.length(); i++) {
            boolean escape = inner.at(i) == '\\' && i + 1 < inner.length();
            i += escape ? 1 : 0;
            value[length++] = (byte) inner.at(i);
        }
        return Octets.owning(Arrays.copyOf(value, length));
    }

    /** Whether a quoted string can hold it: no CR, LF, NUL; above 127 only UTF-8 and only for who takes it. */
    static boolean quotable(Octets value, boolean utf8) {
        for (int i = 0; i < value.length(); i++) {
            int octet = value.at(i);
            if (octet == '\r' || octet == '\n' || octet == 0) {
                return false;
            }
        }
        return value.isAscii() || utf8 && value.utf8().isPresent();
    }

    static Octets quoted(Octets value) {
        byte[] quoted = new byte[2 * value.length() + 2];
        int length = 0;
        quoted[length++] = '"';
        for (int i = 0; i < value.length(); i++) {
            int octet = value.at(i);
            if (octet == '"' || octet == '\\') {
                quoted[length++] = '\\';
            }
            quoted[length++] = (byte) octet;
        }
        quoted[length++] = '"';
        return Octets.owning(Arrays.copyOf(quoted, length));
    }
}
