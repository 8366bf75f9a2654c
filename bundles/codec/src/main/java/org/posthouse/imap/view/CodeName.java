package org.posthouse.imap.view;

/** The name of a response code (RFC 3501 §7.1, RFC 5530, RFC 9051 §7.1 and extensions); an open set. */
public final class CodeName extends Word {

    public static final CodeName ALERT = of("ALERT");
    public static final CodeName ALREADYEXISTS = of("ALREADYEXISTS");
    public static final CodeName APPENDUID = of("APPENDUID");
    public static final CodeName AUTHENTICATIONFAILED = of("AUTHENTICATIONFAILED");
    public static final CodeName AUTHORIZATIONFAILED = of("AUTHORIZATIONFAILED");
    public static final CodeName BADCHARSET = of("BADCHARSET");
    public static final CodeName CANNOT = of("CANNOT");
    public static final CodeName CAPABILITY = of("CAPABILITY");
    public static final CodeName CLIENTBUG = of("CLIENTBUG");
    public static final CodeName CLOSED = of("CLOSED");
    public static final CodeName COMPRESSIONACTIVE = of("COMPRESSIONACTIVE");
    public static final CodeName CONTACTADMIN = of("CONTACTADMIN");
    public static final CodeName COPYUID = of("COPYUID");
    public static final CodeName CORRUPTION = of("CORRUPTION");
    public static final CodeName EXPIRED = of("EXPIRED");
    public static final CodeName EXPUNGEISSUED = of("EXPUNGEISSUED");
    public static final CodeName HASCHILDREN = of("HASCHILDREN");
    public static final CodeName HIGHESTMODSEQ = of("HIGHESTMODSEQ");
    public static final CodeName INUSE = of("INUSE");
    public static final CodeName LIMIT = of("LIMIT");
    public static final CodeName MAILBOXID = of("MAILBOXID");
    public static final CodeName MODIFIED = of("MODIFIED");
    public static final CodeName NEWNAME = of("NEWNAME");
    public static final CodeName NOMODSEQ = of("NOMODSEQ");
    public static final CodeName NONEXISTENT = of("NONEXISTENT");
    public static final CodeName NOPERM = of("NOPERM");
    public static final CodeName NOTSAVED = of("NOTSAVED");
    public static final CodeName OVERQUOTA = of("OVERQUOTA");
    public static final CodeName PARSE = of("PARSE");
    public static final CodeName PERMANENTFLAGS = of("PERMANENTFLAGS");
    public static final CodeName PRIVACYREQUIRED = of("PRIVACYREQUIRED");
    public static final CodeName READ_ONLY = of("READ-ONLY");
    public static final CodeName READ_WRITE = of("READ-WRITE");
    public static final CodeName REFERRAL = of("REFERRAL");
    public static final CodeName SERVERBUG = of("SERVERBUG");
    public static final CodeName TOOBIG = of("TOOBIG");
    public static final CodeName TOOFEW = of("TOOFEW");
    public static final CodeName TOOMANY = of("TOOMANY");
    public static final CodeName TRYCREATE = of("TRYCREATE");
    public static final CodeName UIDNEXT = of("UIDNEXT");
    public static final CodeName UIDNOTSTICKY = of("UIDNOTSTICKY");
    public static final CodeName UIDVALIDITY = of("UIDVALIDITY");
    public static final CodeName UNAVAILABLE = of("UNAVAILABLE");
    public static final CodeName UNKNOWN_CTE = of("UNKNOWN-CTE");
    public static final CodeName UNSEEN = of("UNSEEN");
    public static final CodeName BADCOMPARATOR = of("BADCOMPARATOR");
    public static final CodeName BADEVENT = of("BADEVENT");
    public static final CodeName BADURL = of("BADURL");
    public static final CodeName INPROGRESS = of("INPROGRESS");
    public static final CodeName MESSAGELIMIT = of("MESSAGELIMIT");
    public static final CodeName METADATA = of("METADATA");
    public static final CodeName NOTIFICATIONOVERFLOW = of("NOTIFICATIONOVERFLOW");
    public static final CodeName NOUPDATE = of("NOUPDATE");
    public static final CodeName TEMPFAIL = of("TEMPFAIL");
    public static final CodeName UIDREQUIRED = of("UIDREQUIRED");
    public static final CodeName UNDEFINED_FILTER = of("UNDEFINED-FILTER");
    public static final CodeName URLMECH = of("URLMECH");
    public static final CodeName USEATTR = of("USEATTR");

    private CodeName(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static CodeName of(String text) {
        return new CodeName(atom(text, "response code"));
    }
}
