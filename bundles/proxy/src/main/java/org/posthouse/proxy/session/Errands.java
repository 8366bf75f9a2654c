package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.NotNow;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.OwnCommand;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.ResponseNames;
import org.posthouse.proxy.chain.Subject;
import org.posthouse.proxy.session.ContinuationLedger.Awaiting;

/**
 * Commands that interceptors send themselves (design, chapter 5): one after the other, each when every command before it
 * has its result, the client held meanwhile.
 */
final class Errands {

    private static final Set<CommandSpec> NEVER =
            Set.of(CommandSpec.UNKNOWN, CommandSpec.STARTTLS, CommandSpec.LOGOUT, CommandSpec.COMPRESS);

    /** During these the server sends no EXPUNGE (RFC 9051 §7.5.1), so the client's sequence numbers stay true. */
    private static final Set<CommandSpec> SELECTED = Set.of(CommandSpec.FETCH, CommandSpec.STORE, CommandSpec.SEARCH);

    private final Session session;
    private final Deque<Errand> waiting = new ArrayDeque<>(1);
    private Optional<Errand> running = Optional.empty();
    private Optional<Runnable> afterwards = Optional.empty();

    Errands(Session session) {
        this.session = session;
    }

    /** Whether an own command has no result yet. */
    boolean isBusy() {
        return running.isPresent() || !waiting.isEmpty();
    }

    /** Runs this when no own command is without its result. */
    void afterwards(Runnable task) {
        afterwards = Optional.of(task);
    }

    CompletionStage<CommandResult> send(OwnCommand command) {
        CommandSpec spec = CommandSpec.of(command.name());
        Optional<String> why = impossible(command, spec);
        if (why.isPresent()) {
            return CompletableFuture.failedFuture(new NotNow(why.get()));
        }
        Errand errand;
        try {
            errand = new Errand(command, message(command));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        waiting.addLast(errand);
        session.clientGate().close(Gate.Reason.OWN);
        start();
        return errand.result();
    }

    /** Sends the next, if every command before it has its result. */
    void start() {
        if (running.isPresent()
                || waiting.isEmpty()
                || !session.quiet()
                || session.state().ended()) {
            return;
        }
        Errand errand = waiting.pollFirst();
        running = Optional.of(errand);
        CommandSpec spec = CommandSpec.of(errand.command().name());
        ByteBuf octets = Unpooled.wrappedBuffer(errand.message().octets().toByteArray());
        int tag = octets.indexOf(0, octets.writerIndex(), (byte) ' ');
        OpenExchange exchange = session.exchanges().prepareOurs(spec, octets, 0, tag);
        exchange.sentBy(errand);
        errand.under(exchange);
        Redaction redaction = Redaction.ofCommand(spec, true, session.state().authenticated());
        Subject subject = Subject.command(errand.message(), spec, redaction);
        session.chain().own(errand.command().sender(), subject, exchange, new ErrandDecision(session, this, errand));
    }

    /** It was decided that it goes upstream. */
    void go(Errand errand, Subject subject) {
        session.commands().commands().way().send(errand.exchange().orElseThrow(), subject);
        session.toServer().flush();
    }

    /** Somebody behind the sender has answered it. */
    void answer(Errand errand, Admission.Refused reply) {
        OpenExchange exchange = errand.exchange().orElseThrow();
        String line = exchange.tag() + " " + reply.status() + " " + reply.reason() + "\r\n";
        errand.take(
                reply.status(),
                Message.response(Octets.of(line), session.facts().reading()));
        session.over(exchange);
        ended(errand);
    }

    /** The running command, if untagged data that begins so belongs to it. */
    Optional<Errand> claimed(int head, ByteBuf in, int pos, int end) {
        return running.isEmpty() || ResponseHead.kind(head) != Kind.DATA
                ? Optional.empty()
                : running.filter(e ->
                        e.claims(ResponseNames.of(head, new Line(in, pos, end, false, -1, false, Redaction.NONE))));
    }

    /** The running one has its result. */
    void ended(Errand errand) {
        running = Optional.empty();
        errand.complete();
        start();
        if (isBusy()) {
            return;
        }
        Optional<Runnable> due = afterwards;
        afterwards = Optional.empty();
        due.ifPresent(Runnable::run);
        if (!isBusy() && session.clientGate().open(Gate.Reason.OWN)) {
            session.commands().resume();
        }
    }

    private Optional<String> impossible(OwnCommand command, CommandSpec spec) {
        if (NEVER.contains(spec) || spec.continuation() != Continuation.NONE) {
            return Optional.of(command.name() + " can't be an own command");
        }
        boolean half = session.commands().commands().sender().hasPieces()
                || session.commands().commands().way().halfSent();
        if (!session.ready() || session.ledger().awaiting() != Awaiting.NOTHING && !isBusy() || half && !isBusy()) {
            return Optional.of("a dialogue or a command is under way");
        }
        if (session.responses().deciding()) {
            return Optional.of("a response waits for a decision");
        }
        Optional<OpenExchange> deciding =
                session.commands().commands().decision().deciding();
        if (command.inPlaceOf().isPresent()) {
            return deciding.filter(x -> x == command.inPlaceOf().get()).isPresent()
                    ? Optional.empty()
                    : Optional.of("the command has been decided on");
        }
        if (deciding.isPresent() || !(session.exchanges().isEmpty() || isBusy())) {
            return Optional.of("a command of the client has no result yet");
        }
        return session.facts().selected() && !SELECTED.contains(spec)
                ? Optional.of("in a selected mailbox only FETCH, STORE and SEARCH")
                : Optional.empty();
    }

    private Message message(OwnCommand command) {
        TokenWriter writer = TokenWriter.command(session.facts().limits());
        writer.atom(session.listenerSessions().freshTag());
        for (String word : command.name().toString().split(" ")) {
            writer.atom(word);
        }
        command.arguments().accept(writer);
        Message message = writer.message(session.facts().reading());
        if (!message.streamed().isEmpty()) {
            throw new IllegalArgumentException("a literal without its octets");
        }
        return message;
    }
}
