package org.posthouse.example.compatshim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.view.IdCommand;
import org.posthouse.imap.view.IdFields;
import org.posthouse.imap.view.StatusResponse;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;

/**
 * Two mends. A client that never says ID can't open a mailbox at some servers (NetEase): ID goes up first, and its answer
 * isn't shown to the client. A server that leaves out the text behind a response code (Gmail's HIGHESTMODSEQ) stops
 * clients that read by the grammar: a text is added.
 */
final class MendedSession implements Interceptor {

    private final Session session;
    private final Supplier<String> id;
    private final Supplier<String> text;
    private boolean named;

    MendedSession(Session session, Supplier<String> id, Supplier<String> text) {
        this.session = session;
        this.id = id;
        this.text = text;
    }

    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        boolean late = named || id.get().isEmpty() || exchange.origin().isPresent();
        named |= command.name().equals(CommandName.ID);
        if (late || named) {
            return CommandVerdict.pass();
        }
        named = true;
        return CommandVerdict.defer(identify().handle((result, refused) -> CommandVerdict.pass()));
    }

    /** In place of the command that waits; whatever comes of it, that one goes on. */
    private CompletionStage<CommandResult> identify() {
        IdFields.Field name = new IdFields.Field("name", Optional.of(id.get()));
        IdCommand command = new IdCommand(new IdFields(List.of(name)));
        return session.upstream().send(CommandName.ID, command::writeArguments, Set.of(ResponseName.of("ID")));
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        return response.view(StatusResponse.VIEW)
                .value()
                .filter(status -> status.code().isPresent() && status.text().isEmpty() && !response.truncated())
                .map(status -> new StatusResponse(
                        status.tag(), status.status(), status.code(), Octets.of("posthouse: " + text.get())))
                .map(status -> status.into(response.message(), session.clientTakes()))
                .<ResponseVerdict>map(ResponseVerdict::rewrite)
                .orElseGet(ResponseVerdict::pass);
    }
}
