package org.posthouse.intercept;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.TokenWriter;

/**
 * Commands that an interceptor sends to the server itself. Thread: the session's event loop.
 *
 * <p>Possible only while no command of the client is without its result, or in place of the command that is being
 * decided on: sent from within {@code onCommand}, whose verdict then is the Defer that waits for it. The client's direction
 * is held meanwhile. So one command can become several. Outside that, in
 * IDLE, in a SASL exchange, in a half-sent command, or from a deferred response the stage fails with {@link NotNow}. In
 * selected state a free-standing one must be a FETCH, STORE or SEARCH without UID: during any other the server may send
 * EXPUNGE, and sequence numbers that the client has under way would mean other messages.
 */
@ProviderType
public interface Upstream {

    /**
     * Sends a command with a tag of its own. It passes the interceptors behind this one, marked with its origin.
     *
     * @param name the command, such as {@code UID FETCH}
     * @param arguments writes what stands behind the name
     * @param claimed untagged responses that answer it and that the client must not see; all others go to the client.
     *     Never EXISTS, EXPUNGE, RECENT, VANISHED, BYE and the status responses
     * @return completes on the loop with the tagged result and what was claimed
     */
    CompletionStage<CommandResult> send(CommandName name, Consumer<TokenWriter> arguments, Set<ResponseName> claimed);
}
