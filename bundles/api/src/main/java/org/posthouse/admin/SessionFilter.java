package org.posthouse.admin;

import java.util.function.Function;

/** Which sessions are meant. */
public sealed interface SessionFilter {

    /** The session of this id. */
    record Session(String id) implements SessionFilter {
        @Override
        public boolean fits(SessionStatus session) {
            return session.id().equals(id);
        }
    }

    /** All of a user who has logged in, by the exact name. */
    record User(String name) implements SessionFilter {
        @Override
        public boolean fits(SessionStatus session) {
            return session.user().filter(name::equals).isPresent();
        }
    }

    /** All from a network. */
    record Address(Network network) implements SessionFilter {
        @Override
        public boolean fits(SessionStatus session) {
            return network.holds(session.client());
        }
    }

    /** All of a listener. */
    record Listener(String name) implements SessionFilter {
        @Override
        public boolean fits(SessionStatus session) {
            return session.listener().equals(name);
        }
    }

    /** Whether the session is meant. */
    boolean fits(SessionStatus session);

    /**
     * Reads {@code session=ID}, {@code user=NAME}, {@code address=192.0.2.0/24} or {@code listener=NAME}.
     *
     * @throws IllegalArgumentException with a reason for people, if it is something else
     */
    static SessionFilter parse(String text) {
        int equals = text.indexOf('=');
        String kind = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        Function<String, SessionFilter> maker =
                switch (kind) {
                    case "session" -> Session::new;
                    case "user" -> User::new;
                    case "address" -> v -> new Address(Network.parse(v));
                    case "listener" -> Listener::new;
                    default ->
                        throw new IllegalArgumentException(
                                "\"" + text + "\" is none of session=ID, user=NAME, address=NETWORK, listener=NAME");
                };
        if (value.isEmpty()) {
            throw new IllegalArgumentException(kind + "= needs a value");
        }
        return maker.apply(value);
    }
}
