package org.posthouse.intercept;

import java.util.List;
import org.posthouse.imap.token.Message;

/**
 * What came of an interceptor's own command.
 *
 * @param status how it went
 * @param result the tagged line
 * @param claimed untagged responses that were kept from the client, in order
 */
public record CommandResult(Reply.Status status, Message result, List<Message> claimed) {

    /** Keeps a copy of the list. */
    public CommandResult {
        claimed = List.copyOf(claimed);
    }
}
