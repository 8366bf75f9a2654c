package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;

/**
 * The first message of SCRAM-SHA-1, SCRAM-SHA-256 and their like (RFC 5802 §7 client-first-message).
 *
 * @param binding {@code n}, {@code y}, or {@code p=} and the kind of channel binding
 * @param authorization whose mail it shall be; empty: the same as user
 * @param nonce printable, without a comma
 * @param extensions what follows the nonce, without the comma before it; mostly empty
 */
public record ScramFirst(String binding, Octets authorization, Octets user, String nonce, String extensions)
        implements SaslMessage {

    public ScramFirst {
        Strings.checked(authorization);
        Strings.checked(user);
        if (!Scram.isBinding(binding) || !Scram.isNonce(nonce) || extensions.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no binding, or no nonce");
        }
    }

    @Override
    public List<Octets> names() {
        return authorization.isEmpty() ? List.of(user) : List.of(authorization, user);
    }

    @Override
    public SaslLine line() {
        String header = binding + "," + (authorization.isEmpty() ? "" : "a=" + Scram.escaped(authorization)) + ",";
        String bare = "n=" + Scram.escaped(user) + ",r=" + nonce;
        return Scram.line(header + bare + (extensions.isEmpty() ? "" : "," + extensions));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scramFirst(this);
    }
}
