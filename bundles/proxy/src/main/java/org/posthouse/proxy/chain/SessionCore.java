package org.posthouse.proxy.chain;

import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.SessionInfo;

/** What a chain needs of the session that it serves. Thread: the session's loop. */
public interface SessionCore extends SessionInfo {

    /** The loop that the session lives on. */
    EventExecutor loop();

    /** Number of the newest exchange: who joins now knows only later ones. */
    long newest();

    /** Whether a FETCH or STORE of the client is outstanding: then a FETCH may be its answer and may be dropped. */
    boolean fetching();

    /** As {@link org.posthouse.intercept.Session#capabilities()}. */
    Optional<List<Capability>> known();

    /** As {@link org.posthouse.intercept.Session#serverTakes()}. */
    WriteLimits serverTakes();

    /** As {@link org.posthouse.intercept.Session#clientTakes()}. */
    WriteLimits clientTakes();

    /**
     * Queues an untagged response for the next boundary; it has been checked.
     *
     * @param said called once when it has been written, or never will be: its octets are counted until then
     */
    void untagged(Message response, Runnable said);

    /** Sends an interceptor's own command, or fails with {@link org.posthouse.intercept.NotNow}. */
    CompletionStage<CommandResult> send(OwnCommand command);

    /** {@link SessionChain#plan()} is another one: what waits for something of it should be looked at again. */
    void planChanged();

    /** An interceptor that fails closed has failed for good: {@code BYE [UNAVAILABLE]} at the next boundary. */
    void fail(String reason);
}
