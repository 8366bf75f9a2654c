package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.SessionEvent;

/**
 * The interceptors of one session. Lives on its event loop; it knows nothing of channels.
 *
 * <p>Each decision ({@link #command}, {@link #own}, {@link #data}, {@link #response}) calls its outcome exactly once, on
 * the loop, at once or later; the session asks for the next of that direction only then. A closed chain calls nothing.
 */
public final class SessionChain {

    private final Roster roster;
    private List<Attached> attached = List.of();
    private Plan plan = Plan.EMPTY;

    /** Begins empty. */
    public SessionChain(SessionCore core) {
        this.roster = new Roster(core, new Facade(core, new HashMap<>()));
    }

    /** Nobody is in this session's chain: the common case, to be asked first. */
    public boolean isEmpty() {
        return attached.isEmpty();
    }

    /** What the chain wants; another one after {@link #adopt}, and whenever an interceptor changes its interest. */
    public Plan plan() {
        return plan;
    }

    /**
     * Takes a new snapshot: who is no longer in it leaves, who is new joins with the next message.
     *
     * @param open false while the session starts; {@code requires=start} joins only then
     * @return completes when nothing of those who left is in flight any more
     */
    public CompletableFuture<Void> adopt(ChainSnapshot snapshot, boolean open) {
        List<Attached> before = attached;
        attached = roster.next(before, snapshot, open);
        plan = new Plan(attached.stream()
                .map(a -> Wish.of(a.interest(), a.slot().registered().mutate()))
                .toList());
        roster.leave(before, attached, DetachReason.LEFT_CHAIN);
        roster.missed(before, snapshot.unguarded());
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Whether a new session has to be refused: a guard has been missing for longer than {@code guard-grace}, or one that
     * is required has never been there.
     */
    public boolean refuses() {
        return roster.refuses();
    }

    /** Why no octet of a message under way may go on; empty as long as all is well. */
    public Optional<String> closing() {
        return roster.broken() ? Optional.of("an interceptor failed") : Optional.empty();
    }

    /** Tells an event to whoever asked for events; false: {@link #closing()}. */
    public boolean event(SessionEvent event) {
        return show(
                attached, a -> a.interest().wantsEvents(), a -> a.interceptor().onEvent(event));
    }

    /** Decides a command: from the first to the last. */
    public void command(Subject subject, Exchange exchange, CommandOutcome outcome) {
        CommandName name = subject.name();
        Views.Command view = new Views.Command(subject, exchange.tag(), name);
        boolean well = show(attached, a -> a.beginCommand(name), a -> java.util.Objects.requireNonNull(
                a.interceptor().onCommand(view, exchange)));
        view.expire();
        if (well) {
            outcome.go(subject);
        } else {
            outcome.refused("NO [UNAVAILABLE]", "an interceptor failed");
        }
    }

    /** Decides an interceptor's own command: only those behind the sender see it. */
    public void own(OwnCommand.Sender sender, Subject subject, Exchange exchange, CommandOutcome outcome) {
        outcome.go(subject);
    }

    /**
     * Decides a client's line of data.
     *
     * @param sasl whether it belongs to a SASL exchange; otherwise DONE, or data for an unknown command
     * @param index counts the lines of the exchange, from 0
     */
    public void data(Subject line, Exchange exchange, boolean sasl, int index, CommandOutcome outcome) {
        Views.Data view = new Views.Data(line, sasl, index);
        Predicate<Attached> wants =
                a -> a.interest().wantsData() && a.knows(exchange.number()) && a.interest().wants(exchange.command());
        boolean well = show(attached, wants, a -> a.interceptor().onData(view, exchange));
        view.expire();
        if (well) {
            outcome.go(line);
        } else {
            outcome.refused("NO [UNAVAILABLE]", "an interceptor failed");
        }
    }

    /** Decides a response: from the last to the first. */
    public void response(
            Subject subject, ResponseName name, boolean tagged, Optional<Exchange> exchange, ResponseOutcome outcome) {
        Views.Response view = new Views.Response(subject, name, tagged);
        boolean well = show(
                reversed(), a -> a.beginResponse(name), a -> a.interceptor().onResponse(view, exchange));
        view.expire();
        if (well) {
            outcome.go(subject);
        } else {
            outcome.unavailable("an interceptor failed");
        }
    }

    /** Decides a response to an interceptor's own command, claimed or its tagged result: those behind the sender see it. */
    public void claimed(
            OwnCommand.Sender sender,
            Subject subject,
            ResponseName name,
            boolean tagged,
            Exchange exchange,
            ResponseOutcome outcome) {
        outcome.go(subject);
    }

    /**
     * Shows a tagged result that the proxy or an interceptor made, to those who were shown the command that was decided on
     * last. Nothing can come of it.
     */
    public void replied(Subject result, ResponseName name, Exchange exchange) {}

    /** What factories gave is in force again: after STARTTLS and UNAUTHENTICATE, before their events are told. */
    public void resetInterests() {}

    /** Shows a later line of a command that has begun to go upstream; false: the connection ends, {@link #closing()}. */
    public boolean commandTail(Line line) {
        Views.Tail view = new Views.Tail(Direction.CLIENT_TO_PROXY, line);
        try {
            return show(attached, Attached::showsCommand, a -> a.interceptor().onTail(view));
        } finally {
            view.expire();
        }
    }

    /** Shows a later line of a response that has begun to go to the client; false as for {@link #commandTail}. */
    public boolean responseTail(Line line) {
        Views.Tail view = new Views.Tail(Direction.SERVER_TO_PROXY, line);
        try {
            return show(
                    reversed(), Attached::showsResponse, a -> a.interceptor().onTail(view));
        } finally {
            view.expire();
        }
    }

    /**
     * A literal of the command under way streams.
     *
     * @param length octets that the client announced
     * @param index counts the literals of the message, from 0
     */
    public LiteralFlow commandLiteral(long length, boolean literal8, int index) {
        return LiteralFlow.IDLE;
    }

    /** A literal of the response under way streams. */
    public LiteralFlow responseLiteral(long length, boolean literal8, int index) {
        return LiteralFlow.IDLE;
    }

    /** Asks for room to hold a command that is assembled; give it back when it has been decided on. */
    public Hold holdCommand(CommandSpec spec) {
        return new Hold();
    }

    /** Asks for room to hold a response that is assembled. */
    public Hold holdResponse(int head) {
        return new Hold();
    }

    /** Shows a line on its way out; false: {@link #closing()}. */
    public boolean sent(Line line, Direction direction, boolean first, boolean ours) {
        Views.Sent view = new Views.Sent(direction, line, ours);
        boolean upstream = direction == Direction.PROXY_TO_SERVER;
        try {
            return show(attached, a -> a.showsSent(upstream, first), a -> a.interceptor()
                    .onSent(view));
        } finally {
            view.expire();
        }
    }

    /** The tagged result of this exchange has been shown, or there will be none. */
    public void ended(Exchange exchange) {}

    /** The session is over: nothing is called after this but what it calls itself. */
    public void close() {
        List<Attached> all = attached;
        attached = List.of();
        plan = Plan.EMPTY;
        roster.leave(all, attached, DetachReason.SESSION_CLOSED);
    }

    private List<Attached> reversed() {
        if (attached.size() < 2) {
            return attached;
        }
        List<Attached> reversed = new ArrayList<>(attached);
        Collections.reverse(reversed);
        return reversed;
    }

    private boolean show(List<Attached> order, Predicate<Attached> interested, Consumer<Attached> call) {
        for (Attached each : order) {
            if (interested.test(each)) {
                try {
                    call.accept(each);
                } catch (Throwable e) {
                    roster.failed(each.slot(), e);
                }
            }
        }
        return !roster.broken();
    }
}
