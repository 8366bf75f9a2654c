package org.posthouse.imap.view;

import java.util.Set;
import org.posthouse.imap.token.Defect;

/** What STATUS asks for (RFC 9051 §6.3.11 and extensions); an open set. */
public final class StatusItem extends Word {

    public static final StatusItem MESSAGES = of("MESSAGES");
    public static final StatusItem RECENT = of("RECENT");
    public static final StatusItem UIDNEXT = of("UIDNEXT");
    public static final StatusItem UIDVALIDITY = of("UIDVALIDITY");
    public static final StatusItem UNSEEN = of("UNSEEN");
    public static final StatusItem DELETED = of("DELETED");
    public static final StatusItem SIZE = of("SIZE");
    public static final StatusItem DELETED_STORAGE = of("DELETED-STORAGE");
    public static final StatusItem HIGHESTMODSEQ = of("HIGHESTMODSEQ");
    public static final StatusItem APPENDLIMIT = of("APPENDLIMIT");
    public static final StatusItem MAILBOXID = of("MAILBOXID");

    private static final Set<StatusItem> KNOWN = Set.of(
            MESSAGES,
            RECENT,
            UIDNEXT,
            UIDVALIDITY,
            UNSEEN,
            DELETED,
            SIZE,
            DELETED_STORAGE,
            HIGHESTMODSEQ,
            APPENDLIMIT,
            MAILBOXID);

    private StatusItem(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static StatusItem of(String text) {
        return new StatusItem(atom(text, "status item"));
    }

    /** In a command; strictly only what a specification has, or begins with X. */
    static StatusItem asked(Args args) {
        StatusItem item = new StatusItem(args.octets("status item").latin1());
        if (isAtom(item.toString()) && !KNOWN.contains(item) && !experimental(item.toString())) {
            args.note(Defect.UNKNOWN_NAME);
        }
        return of(args.atom("status item"));
    }

    /** Whether its value has 64 bits. */
    boolean wide() {
        return equals(SIZE) || equals(DELETED_STORAGE) || equals(HIGHESTMODSEQ);
    }

    /** Whether its value is above zero. */
    boolean positive() {
        return equals(UIDNEXT) || equals(UIDVALIDITY);
    }

    boolean known() {
        return KNOWN.contains(this);
    }
}
