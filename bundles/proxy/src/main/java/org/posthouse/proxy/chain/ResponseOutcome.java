package org.posthouse.proxy.chain;

import java.util.Optional;

/** What the chain decided of a response: one of these is called once, on the loop. */
public interface ResponseOutcome {

    /** It goes to the client: as it came, or as {@link Subject#changed()} says. */
    void go(Subject subject);

    /** The client doesn't get it, literals and all. */
    void drop();

    /** An interceptor ends the session: BYE, with that response code. */
    void close(String reason, Optional<String> code);

    /** {@code BYE [UNAVAILABLE]}: the response may not pass without an interceptor that isn't there or failed. */
    void unavailable(String reason);
}
