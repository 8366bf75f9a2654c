package org.posthouse.imap.wire;

/**
 * What the first words of a server line say, packed into an int so that nothing is made per line: its kind, its status
 * word, the name of untagged data, and what response code its text begins with (RFC 9051 §7).
 */
public final class ResponseHead {

    /** How a line begins. */
    public enum Kind {
        /** Untagged data; also a line that is none of the others. */
        DATA,
        /** Untagged OK, NO, BAD, BYE, PREAUTH. */
        STATUS,
        /** The result of a command. */
        TAGGED,
        /** {@code +}. */
        CONTINUATION
    }

    /** The status word, tagged or not. */
    public enum Status {
        NONE,
        OK,
        NO,
        BAD,
        BYE,
        PREAUTH
    }

    /** Untagged data that the runtime tells apart; everything else is OTHER. A closed list of ours, not the open set of IMAP. */
    public enum DataName {
        OTHER,
        FETCH,
        EXISTS,
        EXPUNGE,
        RECENT,
        VANISHED,
        CAPABILITY,
        ENABLED,
        FLAGS,
        LIST,
        LSUB,
        XLIST,
        STATUS,
        SEARCH,
        ESEARCH,
        SORT,
        THREAD,
        ID,
        NAMESPACE,
        QUOTA,
        QUOTAROOT,
        ACL,
        LISTRIGHTS,
        MYRIGHTS,
        METADATA,
        ANNOTATION,
        LANGUAGE,
        COMPARATOR,
        CONVERTED,
        CONVERSION,
        GENURLAUTH,
        URLFETCH,
        NOTIFY,
        JMAPACCESS,
        UIDFETCH,
        UIDBATCHES
    }

    /** The code behind a status word or {@code +}, as far as the runtime tells them apart. */
    enum Code {
        NONE,
        OTHER,
        CAPABILITY,
        REFERRAL,
        BADCHARSET,
        NEWNAME
    }

    private static final Kind[] KINDS = Kind.values();
    private static final Status[] STATUSES = Status.values();
    private static final DataName[] NAMES = DataName.values();
    private static final Code[] CODES = Code.values();

    private ResponseHead() {}

    static int pack(Kind kind, Status status, DataName data, Code code) {
        return kind.ordinal() | status.ordinal() << 2 | code.ordinal() << 5 | data.ordinal() << 8;
    }

    public static Kind kind(int head) {
        return KINDS[head & 3];
    }

    /** NONE for data and continuation requests. */
    public static Status status(int head) {
        return STATUSES[head >> 2 & 7];
    }

    /** OTHER unless {@link #kind} is DATA. */
    public static DataName data(int head) {
        return NAMES[head >> 8 & 0xFF];
    }

    /** Whether the text begins with a {@code [}. */
    public static boolean code(int head) {
        return codeName(head) != Code.NONE;
    }

    /** {@code [CAPABILITY …]}. */
    public static boolean capabilityCode(int head) {
        return codeName(head) == Code.CAPABILITY;
    }

    /** {@code [REFERRAL …]} (RFC 2221, 2193). */
    public static boolean referralCode(int head) {
        return codeName(head) == Code.REFERRAL;
    }

    /** Whether the line carries a capability list: as data or as a code. */
    public static boolean capabilities(int head) {
        return capabilityCode(head) || data(head) == DataName.CAPABILITY;
    }

    /** Whether what follows the head is text for people, in which braces mean nothing (R2). */
    static boolean isText(int head) {
        return (head & 3) == Kind.CONTINUATION.ordinal() || (head >> 2 & 7) != 0;
    }

    static Code codeName(int head) {
        return CODES[head >> 5 & 7];
    }
}
