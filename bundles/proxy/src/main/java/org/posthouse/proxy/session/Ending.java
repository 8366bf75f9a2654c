package org.posthouse.proxy.session;

import java.util.Optional;

/**
 * Why a session ends and what the client is told of it.
 *
 * @param side who caused it, for logs: client, server, proxy or interceptor
 * @param reason for logs; no client data in it
 * @param complaint an untagged BAD that goes before the BYE
 * @param bye the BYE with its code, such as {@code BYE [UNAVAILABLE]}; empty: nothing is said
 * @param waits whether a message of the server that is under way may end first (at most 5 s)
 */
record Ending(String side, String reason, Optional<String> complaint, Optional<String> bye, boolean waits) {

    private static final String BYE = "BYE";
    private static final String UNAVAILABLE = "BYE [UNAVAILABLE]";

    /** The client broke the framing: BAD, BYE. */
    static Ending protocol(String reason) {
        return new Ending("client", reason, Optional.of(reason), Optional.of(BYE), true);
    }

    /** The reason has been said in a tagged result: BYE only. */
    static Ending said(String reason) {
        return new Ending("client", reason, Optional.empty(), Optional.of(BYE), true);
    }

    /** More than may be discarded (R3). */
    static Ending tooBig() {
        return new Ending("client", "refused command too large", Optional.empty(), Optional.of("BYE [TOOBIG]"), true);
    }

    /** A policy of ours that the client must know of. */
    static Ending policy(String code, String reason) {
        return new Ending("proxy", reason, Optional.empty(), Optional.of("BYE [" + code + "]"), true);
    }

    /** A time-out on the client's side. */
    static Ending timeout(String reason) {
        return new Ending("proxy", reason, Optional.empty(), Optional.of(BYE), true);
    }

    /** An operator ends it. */
    static Ending kicked(String reason) {
        return timeout(reason);
    }

    /** An interceptor ends it. */
    static Ending chosen(String reason, Optional<String> code) {
        String bye = code.map(c -> BYE + " [" + c + "]").orElse(BYE);
        return new Ending("interceptor", reason, Optional.empty(), Optional.of(bye), true);
    }

    /** The server can't be used or was lost; nothing more comes from it. */
    static Ending upstream(String reason) {
        return new Ending("server", reason, Optional.empty(), Optional.of(UNAVAILABLE), false);
    }

    /** The proxy can't serve the session any more. */
    static Ending unavailable(String reason) {
        return new Ending("proxy", reason, Optional.empty(), Optional.of(UNAVAILABLE), true);
    }

    /** The client went away. */
    static Ending clientGone(String reason) {
        return new Ending("client", reason, Optional.empty(), Optional.empty(), false);
    }

    /** Does not wait any longer. */
    Ending now() {
        return new Ending(side, reason, complaint, bye, false);
    }
}
