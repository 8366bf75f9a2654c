package org.posthouse.proxy.chain;

import java.util.Set;
import org.posthouse.imap.token.Message;

/** Which untagged responses an interceptor may say. */
final class OurResponses {

    private static final Set<String> SERVERS =
            Set.of("EXPUNGE", "EXISTS", "RECENT", "VANISHED", "BYE", "CAPABILITY", "PREAUTH");

    private OurResponses() {}

    /**
     * @throws IllegalArgumentException for what isn't one whole untagged response, or is the server's to say
     */
    static void check(Message response) {
        boolean untagged = response.kind() == Message.Kind.RESPONSE
                && response.complete()
                && response.streamed().isEmpty()
                && response.tokens().value().filter(t -> t.isAtom(0, "*")).isPresent();
        if (!untagged || !Rewrites.isOneResponse(response)) {
            throw new IllegalArgumentException("not one whole untagged response");
        }
        boolean servers = response.tokens()
                .value()
                .filter(t -> SERVERS.stream().anyMatch(n -> t.isAtom(1, n) || t.isAtom(2, n)))
                .isPresent();
        if (servers) {
            throw new IllegalArgumentException("the server's to say");
        }
    }
}
