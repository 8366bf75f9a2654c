package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/**
 * What a client says in a SASL exchange, for mechanisms whose messages can be read: who logs in is visible, what proves it
 * is a {@link Secret}.
 */
public sealed interface SaslMessage
        permits SaslMessage.Plain,
                SaslMessage.LoginUser,
                SaslMessage.Xoauth2,
                SaslMessage.OauthBearer,
                ScramFirst,
                CramMd5 {

    /**
     * PLAIN (RFC 4616).
     *
     * @param authorization whose mail it shall be; empty: the same as user
     * @param user whose password it is
     */
    record Plain(Octets authorization, Octets user, Secret password) implements SaslMessage {
        public Plain {
            Strings.checked(authorization);
            if (Strings.checked(user).isEmpty()) {
                throw new IllegalArgumentException("no user");
            }
            password.reveal(octets -> Strings.checked(Octets.owning(octets)).length());
        }

        @Override
        public List<Octets> names() {
            return authorization.isEmpty() ? List.of(user) : List.of(authorization, user);
        }

        @Override
        public SaslLine line() {
            return Sasl.joined(authorization, Sasl.NUL, user, Sasl.NUL, password);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plain(this);
        }
    }

    /** The first line of LOGIN: the user; the second is the password and no more than a {@link SaslLine}. */
    record LoginUser(Octets user) implements SaslMessage {
        @Override
        public List<Octets> names() {
            return List.of(user);
        }

        @Override
        public SaslLine line() {
            return SaslLine.of(Secret.of(user.toByteArray()));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.loginUser(this);
        }
    }

    /** XOAUTH2 (Google): {@code user=… ^A auth=Bearer … ^A ^A}. */
    record Xoauth2(Octets user, Secret token) implements SaslMessage {
        public Xoauth2 {
            Sasl.noSeparator(user);
            token.reveal(octets -> Sasl.noSeparator(Octets.owning(octets)).length());
        }

        @Override
        public List<Octets> names() {
            return List.of(user);
        }

        @Override
        public SaslLine line() {
            return Sasl.joined(Octets.of("user="), user, Octets.of("\1auth=Bearer "), Octets.of("\1\1"), token);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.xoauth2(this);
        }
    }

    /**
     * OAUTHBEARER (RFC 7628).
     *
     * @param user the authorization identity, empty if the token alone says who
     * @param host the host that the client meant, if it says so
     * @param port the port, if it says so
     */
    record OauthBearer(Octets user, Optional<String> host, Optional<String> port, Secret token) implements SaslMessage {
        public OauthBearer {
            Sasl.noSeparator(user);
            host.ifPresent(value -> Sasl.noSeparator(Octets.of(value)));
            if (!port.map(value -> value.matches("\\d{1,5}")).orElse(true)) {
                throw new IllegalArgumentException("no port");
            }
            token.reveal(octets -> Sasl.noSeparator(Octets.owning(octets)).length());
        }

        @Override
        public List<Octets> names() {
            return user.isEmpty() ? List.of() : List.of(user);
        }

        @Override
        public SaslLine line() {
            return Sasl.bearer(this);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oauthBearer(this);
        }
    }

    /** One function per mechanism. */
    interface Cases<R> {
        R plain(Plain plain);

        R loginUser(LoginUser user);

        R xoauth2(Xoauth2 token);

        R oauthBearer(OauthBearer token);

        R scramFirst(ScramFirst first);

        R cramMd5(CramMd5 answer);
    }

    <R> R match(Cases<R> cases);

    /** The line that says this. */
    SaslLine line();

    /**
     * Everybody whom it names, all of whom a policy must admit: whose mail it shall be, if that is said, and whose
     * credential it is. Empty if the credential alone says who.
     */
    List<Octets> names();

    /**
     * The first thing that a client says with this mechanism; empty if the mechanism isn't one of these, or the message
     * isn't one of its.
     *
     * @param mechanism in whatever case
     */
    static Optional<SaslMessage> read(String mechanism, SaslLine line) {
        try {
            return line.data().flatMap(data -> Sasl.read(mechanism, data));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
