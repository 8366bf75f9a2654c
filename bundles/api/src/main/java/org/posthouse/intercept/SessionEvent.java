package org.posthouse.intercept;

import java.util.Optional;
import org.posthouse.imap.view.MailboxName;

/** Something that happened to a session and is not a message. */
public sealed interface SessionEvent {

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per event. */
    interface Cases<R> {
        /** The client has been greeted. */
        R greeted(Greeted event);

        /** The client's leg has become TLS by STARTTLS. */
        R tlsStarted(TlsStarted event);

        /** The client has logged in. */
        R authenticated(Authenticated event);

        /** UNAUTHENTICATE has succeeded (RFC 8437). */
        R unauthenticated(Unauthenticated event);

        /** A mailbox was selected. */
        R selected(Selected event);

        /** No mailbox is selected any more. */
        R unselected(Unselected event);

        /** IDLE has begun. */
        R idling(Idling event);

        /** The session ends. */
        R closing(Closing event);
    }

    /** The client has been greeted. */
    record Greeted() implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.greeted(this);
        }
    }

    /** The client's leg has become TLS by STARTTLS; what was known of the server's list is void. */
    record TlsStarted() implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tlsStarted(this);
        }
    }

    /**
     * The client has logged in.
     *
     * @param user as {@link SessionInfo#user()}
     */
    record Authenticated(Optional<String> user) implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticated(this);
        }
    }

    /** UNAUTHENTICATE has succeeded (RFC 8437): the user is unknown again. */
    record Unauthenticated() implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unauthenticated(this);
        }
    }

    /**
     * SELECT or EXAMINE has succeeded; told before its tagged result is shown.
     *
     * @param mailbox its name
     * @param readOnly whether it was opened so
     */
    record Selected(MailboxName mailbox, boolean readOnly) implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.selected(this);
        }
    }

    /** CLOSE, UNSELECT, a failed SELECT or the server's {@code [CLOSED]}. */
    record Unselected() implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unselected(this);
        }
    }

    /** The server has granted IDLE (RFC 2177). */
    record Idling() implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.idling(this);
        }
    }

    /**
     * The session ends.
     *
     * @param reason for logs; no client data in it
     */
    record Closing(String reason) implements SessionEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closing(this);
        }
    }
}
