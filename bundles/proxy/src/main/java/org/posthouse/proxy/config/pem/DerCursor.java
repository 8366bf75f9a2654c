package org.posthouse.proxy.config.pem;

import java.util.Arrays;

/** Walks over the elements of one DER sequence. Malformed input ends in a {@link PemFault}. */
final class DerCursor {

    private final byte[] der;
    private int at;
    private final int end;

    private DerCursor(byte[] der, int at, int end) {
        this.der = der;
        this.at = at;
        this.end = end;
    }

    /** Stands before the first element inside the sequence that {@code der} is. */
    static DerCursor inside(byte[] der) throws PemFault {
        DerCursor outer = new DerCursor(der, 0, der.length);
        if (outer.tag() != Der.SEQUENCE) {
            throw damaged();
        }
        return new DerCursor(der, outer.content(), outer.next());
    }

    boolean more() {
        return at < end;
    }

    int tag() throws PemFault {
        return octet(at);
    }

    void skip() throws PemFault {
        at = next();
    }

    /** The bytes inside the element at hand. */
    byte[] body() throws PemFault {
        return Arrays.copyOfRange(der, content(), next());
    }

    private int content() throws PemFault {
        int first = octet(at + 1);
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private int next() throws PemFault {
        int first = octet(at + 1);
        long length = first;
        if (first >= 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = length << 8 | octet(at + 2 + i);
            }
        }
        long next = content() + length;
        if (length < 0 || next > end) {
            throw damaged();
        }
        return (int) next;
    }

    private int octet(int index) throws PemFault {
        if (index >= end) {
            throw damaged();
        }
        return der[index] & 0xff;
    }

    private static PemFault damaged() {
        return new PemFault("its key is damaged");
    }
}
