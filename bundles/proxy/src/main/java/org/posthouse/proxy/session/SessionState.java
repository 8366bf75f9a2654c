package org.posthouse.proxy.session;

import org.posthouse.admin.SessionPhase;

/** Where a session stands (RFC 9051 §3). Transitions that make no sense keep the state. */
sealed interface SessionState {

    /** The client has had no greeting. */
    record Opening() implements SessionState {
        @Override
        public SessionState toNotAuthenticated() {
            return new NotAuthenticated();
        }

        @Override
        public SessionState toAuthenticated() {
            return new Authenticated();
        }

        @Override
        public SessionPhase phase(boolean selected) {
            return SessionPhase.OPENING;
        }
    }

    /** Greeted, not logged in. */
    record NotAuthenticated() implements SessionState {
        @Override
        public SessionPhase phase(boolean selected) {
            return SessionPhase.NOT_AUTHENTICATED;
        }

        @Override
        public SessionState toAuthenticated() {
            return new Authenticated();
        }
    }

    /** Logged in, whether or not a mailbox is selected. */
    record Authenticated() implements SessionState {
        @Override
        public SessionState toNotAuthenticated() {
            return new NotAuthenticated();
        }

        @Override
        public boolean authenticated() {
            return true;
        }

        @Override
        public SessionPhase phase(boolean selected) {
            return selected ? SessionPhase.SELECTED : SessionPhase.AUTHENTICATED;
        }
    }

    /** Somebody has said good-bye, LOGOUT or BYE: the proxy says none of its own. */
    record LoggedOut(boolean authenticated) implements SessionState {
        /** A LOGIN in front of a pipelined LOGOUT has succeeded. */
        @Override
        public SessionState toAuthenticated() {
            return new LoggedOut(true);
        }

        @Override
        public boolean mayBye() {
            return false;
        }
    }

    /** Over: nothing is relayed any more. */
    record Ended() implements SessionState {
        @Override
        public SessionState toLoggedOut() {
            return this;
        }

        @Override
        public boolean ended() {
            return true;
        }
    }

    /** Greeted, or unauthenticated again. */
    default SessionState toNotAuthenticated() {
        return this;
    }

    /** A login or a PREAUTH greeting. */
    default SessionState toAuthenticated() {
        return this;
    }

    /** LOGOUT or the server's BYE. */
    default SessionState toLoggedOut() {
        return new LoggedOut(authenticated());
    }

    /** As others call it. */
    default SessionPhase phase(boolean selected) {
        return SessionPhase.LOGOUT;
    }

    default boolean authenticated() {
        return false;
    }

    default boolean ended() {
        return false;
    }

    /** Whether a BYE of ours is in order: the dialogue runs, or the client still waits for its greeting. */
    default boolean mayBye() {
        return !ended();
    }
}
