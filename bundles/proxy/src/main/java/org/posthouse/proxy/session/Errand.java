package org.posthouse.proxy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.intercept.CommandResult;
import org.posthouse.proxy.chain.OwnCommand;

/** An interceptor's own command from when it was asked for until its result is there. */
final class Errand {

    /** Octets of claimed responses that are kept for the sender. */
    private static final int MOST_CLAIMED = 1024 * 1024;

    private final OwnCommand command;
    private final Message message;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private final List<Message> claimed = new ArrayList<>();
    private Optional<OpenExchange> exchange = Optional.empty();
    private int octets;

    Errand(OwnCommand command, Message message) {
        this.command = command;
        this.message = message;
    }

    String origin() {
        return command.sender().id();
    }

    OwnCommand command() {
        return command;
    }

    Message message() {
        return message;
    }

    CompletableFuture<CommandResult> result() {
        return result;
    }

    void under(OpenExchange begun) {
        exchange = Optional.of(begun);
    }

    Optional<OpenExchange> exchange() {
        return exchange;
    }

    boolean claims(ResponseName name) {
        return command.claimed().contains(name);
    }

    /** Octets that may still be claimed. */
    int room() {
        return MOST_CLAIMED - octets;
    }

    void claim(Message response) {
        octets += response.octets().length();
        claimed.add(response);
    }

    List<Message> claimed() {
        return claimed;
    }
}
