package org.posthouse.proxy.chain;

import java.util.Optional;
import org.posthouse.intercept.Reply;

/** What the chain decided of a command or of a client's line of data: one of these is called once, on the loop. */
public interface CommandOutcome {

    /** It goes upstream: as it came, or as {@link Subject#changed()} says. */
    void go(Subject subject);

    /** The client gets this result; for a line of data the SASL exchange is cancelled. */
    void reply(Reply reply);

    /** BYE at the next boundary, with that response code. */
    void close(String reason, Optional<String> code);

    /** Nothing more goes upstream, both legs end. */
    void abort(String reason);

    /**
     * The engine refuses it.
     *
     * @param status {@code NO [UNAVAILABLE]} or {@code NO [LIMIT]}
     */
    void refused(String status, String reason);
}
