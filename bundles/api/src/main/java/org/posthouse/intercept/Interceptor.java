package org.posthouse.intercept;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One interceptor in one session. Every method is optional and runs on the session's event loop, never
 * concurrently; see the package's contract for lifetime of views and for failures.
 */
@ConsumerType
public interface Interceptor {

    /**
     * A command that the client sent, before anything of it goes upstream: whole, or up to its first literal that
     * streams ({@link MessageView#complete()} is false then).
     */
    default CommandVerdict onCommand(CommandView command, Exchange exchange) {
        return CommandVerdict.pass();
    }

    /**
     * A response of the server, before anything of it goes to the client: whole, or up to its first literal that streams.
     *
     * <p>A tagged result that the proxy or an interceptor made comes here, too, to whoever was shown its command: it can
     * only pass.
     *
     * @param exchange the command that a tagged result ends; empty for untagged data, which has no owner in
     *     IMAP, and for a tagged result that belongs to no command of this session
     */
    default ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        return ResponseVerdict.pass();
    }

    /**
     * A client's line that answers a continuation request of the server: a SASL response, or {@code DONE}.
     *
     * <p>A {@link Reply} cancels a SASL exchange: the line doesn't go upstream ({@code *} does), and the client gets the
     * reply as the result of its command. A rewrite is invalid. {@code DONE} can only pass, be deferred or close.
     */
    default CommandVerdict onData(DataView line, Exchange exchange) {
        return CommandVerdict.pass();
    }

    /** Octets of a literal that stream past. Only with {@link Literals#observe()} or {@link Literals#resize()}. */
    default void onLiteral(LiteralView literal, Bytes chunk, boolean last) {}

    /**
     * A later line of a message: behind a literal that streamed; it may announce another one (MULTIAPPEND, CATENATE,
     * several literals in a FETCH). Part of the message has gone on already, so all that is left is to pass or to close.
     */
    default PartVerdict onTail(TailView line) {
        return PartVerdict.pass();
    }

    /**
     * A line that is about to leave the proxy, to either side, as it leaves: relayed, corrected or made by the
     * proxy itself. Only with {@link InterestBuilder#sent()}.
     */
    default void onSent(SentView line) {}

    /** Something happened to the session; see {@link SessionEvent}. */
    default void onEvent(SessionEvent event) {}

    /** The last call ever for this instance. */
    default void onDetach(DetachReason why) {}
}
