package org.posthouse.proxy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.NotNow;
import org.posthouse.intercept.Reply;
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
    private Optional<CommandResult> answer = Optional.empty();
    private int octets;
    private boolean tooMuch;

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

    /** A response that is for the sender alone. */
    void take(Incoming response, Message message) {
        if (response.tagged()) {
            take(response.status().name(), message);
        } else {
            octets += message.octets().length();
            claimed.add(message);
        }
    }

    /** Its tagged result, the status with or without a code. */
    void take(String status, Message line) {
        Reply.Status word = status.startsWith("OK")
                ? Reply.Status.OK
                : status.startsWith("NO") ? Reply.Status.NO : Reply.Status.BAD;
        answer = Optional.of(new CommandResult(word, line, claimed));
    }

    /** More was claimed than is kept. */
    void tooMuch() {
        tooMuch = true;
    }

    /** Tells the sender. */
    void complete() {
        if (tooMuch) {
            result.completeExceptionally(new IllegalStateException("over " + MOST_CLAIMED + " octets claimed"));
        }
        answer.ifPresentOrElse(
                result::complete,
                () -> result.completeExceptionally(new NotNow("an interceptor kept the result for itself")));
    }
}
