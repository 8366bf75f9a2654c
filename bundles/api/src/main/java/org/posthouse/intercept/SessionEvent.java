package org.posthouse.intercept;

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

    /** The client has logged in. */
    record Authenticated() implements SessionEvent {
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
