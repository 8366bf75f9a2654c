package org.posthouse.admin;

import java.util.function.Function;

/** Which sessions are meant. */
public sealed interface SessionFilter {

    /** What to do for each way of choosing. */
    interface Cases<R> {
        R session(Session filter);

        R user(User filter);

        R address(Address filter);

        R listener(Listener filter);
    }

    /** The session of this id. */
    record Session(String id) implements SessionFilter {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.session(this);
        }
    }

    /** All of a user who has logged in, by the exact name. */
    record User(String name) implements SessionFilter {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.user(this);
        }
    }

    /** All from a network. */
    record Address(Network network) implements SessionFilter {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.address(this);
        }
    }

    /** All of a listener. */
    record Listener(String name) implements SessionFilter {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.listener(this);
        }
    }

    <R> R match(Cases<R> cases);

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
