package org.posthouse.imap;

/**
 * The name of a command in capitals: an atom, or {@code UID} and an atom behind one space ({@code UID FETCH} is a
 * command of its own here, RFC 9051 §6.4.9). An open set: names nobody has defined yet are names too.
 */
public final class CommandName {

    public static final CommandName CAPABILITY = of("CAPABILITY");
    public static final CommandName NOOP = of("NOOP");
    public static final CommandName LOGOUT = of("LOGOUT");
    public static final CommandName STARTTLS = of("STARTTLS");
    public static final CommandName AUTHENTICATE = of("AUTHENTICATE");
    public static final CommandName LOGIN = of("LOGIN");
    public static final CommandName ENABLE = of("ENABLE");
    public static final CommandName SELECT = of("SELECT");
    public static final CommandName EXAMINE = of("EXAMINE");
    public static final CommandName CREATE = of("CREATE");
    public static final CommandName DELETE = of("DELETE");
    public static final CommandName RENAME = of("RENAME");
    public static final CommandName SUBSCRIBE = of("SUBSCRIBE");
    public static final CommandName UNSUBSCRIBE = of("UNSUBSCRIBE");
    public static final CommandName LIST = of("LIST");
    public static final CommandName LSUB = of("LSUB");
    public static final CommandName NAMESPACE = of("NAMESPACE");
    public static final CommandName STATUS = of("STATUS");
    public static final CommandName APPEND = of("APPEND");
    public static final CommandName IDLE = of("IDLE");
    public static final CommandName CHECK = of("CHECK");
    public static final CommandName CLOSE = of("CLOSE");
    public static final CommandName UNSELECT = of("UNSELECT");
    public static final CommandName EXPUNGE = of("EXPUNGE");
    public static final CommandName SEARCH = of("SEARCH");
    public static final CommandName FETCH = of("FETCH");
    public static final CommandName STORE = of("STORE");
    public static final CommandName COPY = of("COPY");
    public static final CommandName MOVE = of("MOVE");
    public static final CommandName ID = of("ID");
    public static final CommandName COMPRESS = of("COMPRESS");
    public static final CommandName UNAUTHENTICATE = of("UNAUTHENTICATE");
    public static final CommandName SORT = of("SORT");
    public static final CommandName THREAD = of("THREAD");
    public static final CommandName ESEARCH = of("ESEARCH");
    public static final CommandName REPLACE = of("REPLACE");
    public static final CommandName NOTIFY = of("NOTIFY");
    public static final CommandName CANCELUPDATE = of("CANCELUPDATE");
    public static final CommandName SETQUOTA = of("SETQUOTA");
    public static final CommandName GETQUOTA = of("GETQUOTA");
    public static final CommandName GETQUOTAROOT = of("GETQUOTAROOT");
    public static final CommandName SETACL = of("SETACL");
    public static final CommandName DELETEACL = of("DELETEACL");
    public static final CommandName GETACL = of("GETACL");
    public static final CommandName LISTRIGHTS = of("LISTRIGHTS");
    public static final CommandName MYRIGHTS = of("MYRIGHTS");
    public static final CommandName GETMETADATA = of("GETMETADATA");
    public static final CommandName SETMETADATA = of("SETMETADATA");
    public static final CommandName GETANNOTATION = of("GETANNOTATION");
    public static final CommandName SETANNOTATION = of("SETANNOTATION");
    public static final CommandName GENURLAUTH = of("GENURLAUTH");
    public static final CommandName RESETKEY = of("RESETKEY");
    public static final CommandName URLFETCH = of("URLFETCH");
    public static final CommandName LANGUAGE = of("LANGUAGE");
    public static final CommandName COMPARATOR = of("COMPARATOR");
    public static final CommandName CONVERT = of("CONVERT");
    public static final CommandName CONVERSIONS = of("CONVERSIONS");
    public static final CommandName UIDBATCHES = of("UIDBATCHES");
    public static final CommandName GETJMAPACCESS = of("GETJMAPACCESS");
    public static final CommandName XLIST = of("XLIST");
    public static final CommandName RLIST = of("RLIST");
    public static final CommandName RLSUB = of("RLSUB");
    public static final CommandName UID_FETCH = of("UID FETCH");
    public static final CommandName UID_STORE = of("UID STORE");
    public static final CommandName UID_SEARCH = of("UID SEARCH");
    public static final CommandName UID_COPY = of("UID COPY");
    public static final CommandName UID_MOVE = of("UID MOVE");
    public static final CommandName UID_EXPUNGE = of("UID EXPUNGE");
    public static final CommandName UID_SORT = of("UID SORT");
    public static final CommandName UID_THREAD = of("UID THREAD");
    public static final CommandName UID_REPLACE = of("UID REPLACE");
    public static final CommandName UID_CONVERT = of("UID CONVERT");

    private static final String UID = "UID ";

    private final String name;

    private CommandName(String name) {
        this.name = name;
    }

    /**
     * @throws IllegalArgumentException if the text is neither an atom nor {@code UID} with an atom
     */
    public static CommandName of(String text) {
        boolean uid = text.regionMatches(true, 0, UID, 0, UID.length());
        String word = Atom.folded(uid ? text.substring(UID.length()) : text, "command name");
        return new CommandName(uid ? UID + word : word);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof CommandName that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name in capitals. */
    @Override
    public String toString() {
        return name;
    }
}
