package org.posthouse.imap.wire;

import java.util.List;
import org.posthouse.imap.CommandName;

/**
 * What the framer and the session need to know of a command before any argument is parsed. One constant for each
 * command of RFC 3501, RFC 9051 and the extensions that the proxy knows; {@code UID} commands are specs of their own.
 * Immutable, any thread.
 */
public final class CommandSpec {

    /** A command that is in no table: holds no literal (R1a), its {@code +} makes the next line opaque, a barrier (R4). */
    public static final CommandSpec UNKNOWN =
            new CommandSpec(CommandName.of("UNKNOWN"), false, Continuation.OPAQUE, true, StringPlaces.none());

    // any state
    public static final CommandSpec CAPABILITY = plain(CommandName.CAPABILITY);
    public static final CommandSpec NOOP = plain(CommandName.NOOP);
    public static final CommandSpec LOGOUT = barrier(CommandName.LOGOUT, StringPlaces.none());
    public static final CommandSpec ID =
            known(CommandName.ID, StringPlaces.none().nested(1, 0));
    public static final CommandSpec LANGUAGE =
            known(CommandName.LANGUAGE, StringPlaces.none().flatFrom(0));
    public static final CommandSpec COMPARATOR =
            known(CommandName.COMPARATOR, StringPlaces.none().flatFrom(0));
    public static final CommandSpec COMPRESS = barrier(CommandName.COMPRESS, StringPlaces.none());
    public static final CommandSpec GETJMAPACCESS = plain(CommandName.GETJMAPACCESS);

    // not authenticated
    public static final CommandSpec STARTTLS = barrier(CommandName.STARTTLS, StringPlaces.none());
    public static final CommandSpec LOGIN =
            barrier(CommandName.LOGIN, StringPlaces.none().flat(0, 1));
    public static final CommandSpec AUTHENTICATE =
            new CommandSpec(CommandName.AUTHENTICATE, true, Continuation.SASL, true, StringPlaces.none());
    public static final CommandSpec UNAUTHENTICATE = barrier(CommandName.UNAUTHENTICATE, StringPlaces.none());

    // mailboxes
    public static final CommandSpec ENABLE = barrier(CommandName.ENABLE, StringPlaces.none());
    public static final CommandSpec SELECT =
            barrier(CommandName.SELECT, StringPlaces.none().flat(0));
    public static final CommandSpec EXAMINE =
            barrier(CommandName.EXAMINE, StringPlaces.none().flat(0));
    public static final CommandSpec CREATE =
            known(CommandName.CREATE, StringPlaces.none().flat(0));
    public static final CommandSpec DELETE =
            known(CommandName.DELETE, StringPlaces.none().flat(0));
    public static final CommandSpec RENAME =
            known(CommandName.RENAME, StringPlaces.none().flat(0, 1));
    public static final CommandSpec SUBSCRIBE =
            known(CommandName.SUBSCRIBE, StringPlaces.none().flat(0));
    public static final CommandSpec UNSUBSCRIBE =
            known(CommandName.UNSUBSCRIBE, StringPlaces.none().flat(0));
    /** Selection options before, patterns in a list, entries in return options: RFC 5258, RFC 9590. */
    public static final CommandSpec LIST =
            known(CommandName.LIST, StringPlaces.none().flat(0, 1, 2).nested(1, 1));

    public static final CommandSpec LSUB =
            known(CommandName.LSUB, StringPlaces.none().flat(0, 1));
    public static final CommandSpec XLIST =
            known(CommandName.XLIST, StringPlaces.none().flat(0, 1));
    public static final CommandSpec RLIST =
            known(CommandName.RLIST, StringPlaces.none().flat(0, 1));
    public static final CommandSpec RLSUB =
            known(CommandName.RLSUB, StringPlaces.none().flat(0, 1));
    public static final CommandSpec NAMESPACE = plain(CommandName.NAMESPACE);
    public static final CommandSpec STATUS =
            known(CommandName.STATUS, StringPlaces.none().flat(0));
    /** MULTIAPPEND, CATENATE, {@code UTF8 (~{n})}: RFC 3502, 4469, 6855. */
    public static final CommandSpec APPEND = known(
            CommandName.APPEND, StringPlaces.none().flatFrom(0).nested(1, 2).octets(1));

    public static final CommandSpec IDLE =
            new CommandSpec(CommandName.IDLE, true, Continuation.IDLE, false, StringPlaces.none());
    public static final CommandSpec NOTIFY =
            known(CommandName.NOTIFY, StringPlaces.none().nested(1, 1));

    // quota, rights, metadata, URLs
    public static final CommandSpec SETQUOTA =
            known(CommandName.SETQUOTA, StringPlaces.none().flat(0));
    public static final CommandSpec GETQUOTA =
            known(CommandName.GETQUOTA, StringPlaces.none().flat(0));
    public static final CommandSpec GETQUOTAROOT =
            known(CommandName.GETQUOTAROOT, StringPlaces.none().flat(0));
    public static final CommandSpec SETACL =
            known(CommandName.SETACL, StringPlaces.none().flat(0, 1, 2));
    public static final CommandSpec DELETEACL =
            known(CommandName.DELETEACL, StringPlaces.none().flat(0, 1));
    public static final CommandSpec GETACL =
            known(CommandName.GETACL, StringPlaces.none().flat(0));
    public static final CommandSpec LISTRIGHTS =
            known(CommandName.LISTRIGHTS, StringPlaces.none().flat(0, 1));
    public static final CommandSpec MYRIGHTS =
            known(CommandName.MYRIGHTS, StringPlaces.none().flat(0));
    public static final CommandSpec GETMETADATA =
            known(CommandName.GETMETADATA, StringPlaces.none().flat(0, 1, 2).nested(1, 1));
    public static final CommandSpec SETMETADATA = known(
            CommandName.SETMETADATA, StringPlaces.none().flat(0).nested(1, 1).octets(1));
    public static final CommandSpec GETANNOTATION =
            known(CommandName.GETANNOTATION, StringPlaces.none().flat(0, 1, 2).nested(1, 1));
    public static final CommandSpec SETANNOTATION =
            known(CommandName.SETANNOTATION, StringPlaces.none().flat(0, 1).nested(1, 1));
    public static final CommandSpec GENURLAUTH =
            known(CommandName.GENURLAUTH, StringPlaces.none().flatFrom(0));
    public static final CommandSpec RESETKEY =
            known(CommandName.RESETKEY, StringPlaces.none().flat(0));
    public static final CommandSpec URLFETCH =
            known(CommandName.URLFETCH, StringPlaces.none().flatFrom(0).nested(1, 0));
    public static final CommandSpec CONVERSIONS =
            known(CommandName.CONVERSIONS, StringPlaces.none().flat(0, 1));

    // messages
    public static final CommandSpec CHECK = plain(CommandName.CHECK);
    public static final CommandSpec CLOSE = barrier(CommandName.CLOSE, StringPlaces.none());
    public static final CommandSpec UNSELECT = barrier(CommandName.UNSELECT, StringPlaces.none());
    public static final CommandSpec EXPUNGE = plain(CommandName.EXPUNGE);
    public static final CommandSpec CANCELUPDATE = plain(CommandName.CANCELUPDATE);
    public static final CommandSpec UIDBATCHES = plain(CommandName.UIDBATCHES);
    public static final CommandSpec SEARCH = known(CommandName.SEARCH, StringPlaces.searchKeys(0));
    public static final CommandSpec ESEARCH =
            known(CommandName.ESEARCH, StringPlaces.none().flatFrom(1).nested(1, 0));
    public static final CommandSpec SORT = known(CommandName.SORT, StringPlaces.searchKeys(1));
    public static final CommandSpec THREAD = known(CommandName.THREAD, StringPlaces.searchKeys(1));
    public static final CommandSpec FETCH = known(CommandName.FETCH, StringPlaces.fetchItems());
    public static final CommandSpec STORE = known(CommandName.STORE, StringPlaces.storeItems());
    public static final CommandSpec COPY =
            known(CommandName.COPY, StringPlaces.none().flat(1));
    public static final CommandSpec MOVE =
            known(CommandName.MOVE, StringPlaces.none().flat(1));
    public static final CommandSpec REPLACE = known(CommandName.REPLACE, StringPlaces.replacement());
    public static final CommandSpec CONVERT =
            known(CommandName.CONVERT, StringPlaces.none().nested(1, 1).brackets());

    public static final CommandSpec UID_EXPUNGE = plain(CommandName.UID_EXPUNGE);
    public static final CommandSpec UID_SEARCH = known(CommandName.UID_SEARCH, StringPlaces.searchKeys(0));
    public static final CommandSpec UID_SORT = known(CommandName.UID_SORT, StringPlaces.searchKeys(1));
    public static final CommandSpec UID_THREAD = known(CommandName.UID_THREAD, StringPlaces.searchKeys(1));
    public static final CommandSpec UID_FETCH = known(CommandName.UID_FETCH, StringPlaces.fetchItems());
    public static final CommandSpec UID_STORE = known(CommandName.UID_STORE, StringPlaces.storeItems());
    public static final CommandSpec UID_COPY =
            known(CommandName.UID_COPY, StringPlaces.none().flat(1));
    public static final CommandSpec UID_MOVE =
            known(CommandName.UID_MOVE, StringPlaces.none().flat(1));
    public static final CommandSpec UID_REPLACE = known(CommandName.UID_REPLACE, StringPlaces.replacement());
    public static final CommandSpec UID_CONVERT =
            known(CommandName.UID_CONVERT, StringPlaces.none().nested(1, 1).brackets());

    private static final List<CommandSpec> ALL = List.of(
            CAPABILITY,
            NOOP,
            LOGOUT,
            ID,
            LANGUAGE,
            COMPARATOR,
            COMPRESS,
            GETJMAPACCESS,
            STARTTLS,
            LOGIN,
            AUTHENTICATE,
            UNAUTHENTICATE,
            ENABLE,
            SELECT,
            EXAMINE,
            CREATE,
            DELETE,
            RENAME,
            SUBSCRIBE,
            UNSUBSCRIBE,
            LIST,
            LSUB,
            XLIST,
            RLIST,
            RLSUB,
            NAMESPACE,
            STATUS,
            APPEND,
            IDLE,
            NOTIFY,
            SETQUOTA,
            GETQUOTA,
            GETQUOTAROOT,
            SETACL,
            DELETEACL,
            GETACL,
            LISTRIGHTS,
            MYRIGHTS,
            GETMETADATA,
            SETMETADATA,
            GETANNOTATION,
            SETANNOTATION,
            GENURLAUTH,
            RESETKEY,
            URLFETCH,
            CONVERSIONS,
            CHECK,
            CLOSE,
            UNSELECT,
            EXPUNGE,
            CANCELUPDATE,
            UIDBATCHES,
            SEARCH,
            ESEARCH,
            SORT,
            THREAD,
            FETCH,
            STORE,
            COPY,
            MOVE,
            REPLACE,
            CONVERT,
            UID_EXPUNGE,
            UID_SEARCH,
            UID_SORT,
            UID_THREAD,
            UID_FETCH,
            UID_STORE,
            UID_COPY,
            UID_MOVE,
            UID_REPLACE,
            UID_CONVERT);

    private final CommandName name;
    private final boolean known;
    private final Continuation continuation;
    private final boolean barrier;
    private final StringPlaces places;

    private CommandSpec(
            CommandName name, boolean known, Continuation continuation, boolean barrier, StringPlaces places) {
        this.name = name;
        this.known = known;
        this.continuation = continuation;
        this.barrier = barrier;
        this.places = places;
    }

    private static CommandSpec plain(CommandName name) {
        return known(name, StringPlaces.none());
    }

    private static CommandSpec known(CommandName name, StringPlaces places) {
        return new CommandSpec(name, true, Continuation.NONE, false, places);
    }

    private static CommandSpec barrier(CommandName name, StringPlaces places) {
        return new CommandSpec(name, true, Continuation.NONE, true, places);
    }

    /** Every known command. */
    public static List<CommandSpec> all() {
        return ALL;
    }

    /** The spec of a name, {@link #UNKNOWN} if it is in no table. */
    public static CommandSpec of(CommandName name) {
        return ALL.stream().filter(spec -> spec.name.equals(name)).findFirst().orElse(UNKNOWN);
    }

    /** For {@link #UNKNOWN} a stand-in: the name that the client wrote is in the line. */
    public CommandName name() {
        return name;
    }

    public boolean known() {
        return known;
    }

    /** What a {@code +} asks for while this command is outstanding. */
    public Continuation continuation() {
        return continuation;
    }

    /** Whether what comes behind it can only be judged when its tagged result is there (design, chapter 5). */
    public boolean barrier() {
        return barrier;
    }

    /**
     * Whether the grammar admits a string, so a literal, at a place (R1a).
     *
     * @param argument counted from 0 behind the name, at depth 0
     * @param depth open parentheses, and brackets where a section has them
     * @param literal8 whether it would be a {@code ~{n}} (RFC 3516)
     */
    public boolean admits(int argument, int depth, boolean literal8) {
        return places.admit(argument, depth, literal8);
    }

    StringPlaces places() {
        return places;
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
