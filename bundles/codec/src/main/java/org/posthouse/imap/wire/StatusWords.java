package org.posthouse.imap.wire;

import org.posthouse.imap.wire.ResponseHead.Status;

/** The status words of RFC 9051 §7.1, as words of eight octets in capitals. */
final class StatusWords {

    private static final long OK = Octets.word("OK");
    private static final long NO = Octets.word("NO");
    private static final long BAD = Octets.word("BAD");
    private static final long BYE = Octets.word("BYE");
    private static final long PREAUTH = Octets.word("PREAUTH");

    private StatusWords() {}

    static Status of(long word, int length) {
        if (length == 2) {
            return word == OK ? Status.OK : word == NO ? Status.NO : Status.NONE;
        }
        if (length == 3) {
            return word == BAD ? Status.BAD : word == BYE ? Status.BYE : Status.NONE;
        }
        return word == PREAUTH ? Status.PREAUTH : Status.NONE;
    }
}
