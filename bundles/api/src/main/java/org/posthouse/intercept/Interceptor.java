package org.posthouse.intercept;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One interceptor in one session. Every method is optional and runs on the session's event loop, never
 * concurrently; see the package's contract for lifetime of views and for failures.
 */
@ConsumerType
public interface Interceptor {

    /** The first line of a command that the client sent, before it goes upstream. */
    default CommandVerdict onCommand(CommandView command, Exchange exchange) {
        return CommandVerdict.pass();
    }

    /**
     * The first line of a response of the server, before it goes to the client.
     *
     * @param exchange the command that a tagged result ends; empty for untagged data, which has no owner in
     *     IMAP, and for a tagged result that belongs to no command of this session
     */
    default ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        return ResponseVerdict.pass();
    }

    /** A later line of a message: behind a literal, or a client's line of a SASL exchange, or {@code DONE}. */
    default void onTail(TailView line) {}

    /**
     * A line that is about to leave the proxy, to either side, as it leaves: relayed, corrected or made by the
     * proxy itself. Only with {@link Interest.Builder#sent()}.
     */
    default void onSent(SentView line) {}

    /** Something happened to the session; see {@link SessionEvent}. */
    default void onEvent(SessionEvent event) {}

    /** The last call ever for this instance. */
    default void onDetach(DetachReason why) {}
}
