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
        byte[] array = value.array();
        boolean ascii = true;
        int end = value.from() + value.length();
        for (int i = PlainRun.end(array, value.from(), end); i < end; i++) {
            byte octet = array[i];
            if (octet == '\r' || octet == '\n' || octet == 0) {
                return false;
            }
            ascii &= octet > 0;
        }
        return ascii || utf8 && value.utf8().isPresent();
    }
}
