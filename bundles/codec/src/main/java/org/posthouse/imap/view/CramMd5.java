package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/**
 * What a client answers to the challenge of CRAM-MD5 (RFC 2195).
 *
 * @param digest 32 hexadecimal digits in lower case
 */
public record CramMd5(Octets user, Secret digest) implements SaslMessage {

    public CramMd5 {
        Strings.checked(user);
        if (user.isEmpty() || !Scram.text(digest).matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("no user, or no digest");
        }
    }

    @Override
    public List<Octets> names() {
        return List.of(user);
    }

    @Override
    public SaslLine line() {
        return Scram.line(user.latin1() + " " + Scram.text(digest));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.cramMd5(this);
    }
}
