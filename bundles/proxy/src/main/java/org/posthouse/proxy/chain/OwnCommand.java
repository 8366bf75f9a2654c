package org.posthouse.proxy.chain;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.intercept.Exchange;

/**
 * A command that an interceptor sends itself.
 *
 * @param sender whose it is: {@link SessionChain#own} shows it to those behind
 * @param name the command
 * @param arguments writes what stands behind the name
 * @param claimed untagged responses that are kept from the client; checked
 * @param inPlaceOf the client's command that the sender is deciding on at this moment; empty: a free-standing one
 */
public record OwnCommand(
        Sender sender,
        CommandName name,
        Consumer<TokenWriter> arguments,
        Set<ResponseName> claimed,
        Optional<Exchange> inPlaceOf) {

    /** The place in a session's chain that an own command comes from. */
    public interface Sender {

        /** The interceptor's id. */
        String id();
    }
}
