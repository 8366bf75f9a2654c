package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    private final SessionCore core;
    private final Calls calls;
    private final Seats seats;
    private final Parts parts;
    private final CommandWalk commands;
    private final ResponseWalk responses;
    private final List<Walk<?>> walks = new ArrayList<>(2);
    private final List<Occupant> awaiting = new ArrayList<>(0);
    private @Nullable ChainSnapshot snapshot;
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
    private boolean closed;

    /** Begins empty. */
    public SessionChain(SessionCore core) {
        this.core = core;
        this.calls = new Calls(core, this::giveUp);
        FacadeBack back = new FacadeBack(core, calls, this);
        this.seats = new Seats(core, calls, back::facade, this::expired);
        this.parts = new Parts(seats, calls);
        this.commands = new CommandWalk(core, seats, calls, awaiting::add);
        this.responses = new ResponseWalk(core, seats, calls);
        walks.add(commands);
        walks.add(responses);
    }

    /** Nobody in this session's chain wants or awaits anything: the common case, to be asked first. */
    public boolean isEmpty() {
        return seats.plan().isEmpty() && awaiting.isEmpty();
    }

    /** What the chain wants; another one after {@link #adopt}, and whenever an interceptor changes its interest. */
    public Plan plan() {
        return seats.plan();
    }

    /**
     * Takes a new snapshot: who is no longer in it leaves, who is new joins with the next message.
     *
     * @param open false while the session starts; {@code requires=start} joins only then
     * @return completes when nothing of those who left is in flight any more
     */
    public CompletableFuture<Void> adopt(ChainSnapshot next, boolean open) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        if (calls.busy()) {
            // An interceptor has changed the chain from within a call.
            CompletableFuture<Void> later = new CompletableFuture<>();
            core.loop().execute(() -> adopt(next, open).thenRun(() -> later.complete(null)));
            return later;
        }
        ChainSnapshot before = snapshot;
        if (before != null && before.epoch() >= next.epoch()) {
            return left;
        }
        snapshot = next;
        if (!next.slots().isEmpty()) {
            calls.begin(next.scope());
        }
        boolean nobody = next.slots().isEmpty() && seats.all().isEmpty();
        left = nobody ? CompletableFuture.completedFuture(null) : seats.adopt(next, open);
        changed();
        return left;
    }

    /**
     * Whether a new session has to be refused: a guard has been missing for longer than {@code guard-grace}, or one that
     * is required has never been there.
     */
    public boolean refuses() {
        ChainSnapshot now = snapshot;
        return now != null && now.refuses(now.scope().now());
    }

    /** Who sits in this session, in command order. */
    public List<String> sitting() {
        return seats.all().stream()
                .filter(seat -> seat.occupant().isPresent())
                .map(Seat::id)
                .toList();
    }

    /** Why no octet of a message under way may go on; empty as long as all is well. */
    public Optional<String> closing() {
        return parts.closing();
    }

    /** The response code that an interceptor wants in the BYE of {@link #closing()}. */
    public Optional<String> closingCode() {
        return parts.closingCode();
    }

    /** Tells an event to whoever asked for events; false: {@link #closing()}. */
    public boolean event(SessionEvent event) {
        if (event instanceof SessionEvent.Greeted) {
            responses.greeted();
        }
        return tell("onEvent", s -> s.wish().interest().wantsEvents(), who -> who.interceptor()
                .onEvent(event));
    }

    /** Decides a command: from the first to the last. */
    public void command(Subject subject, Exchange exchange, CommandOutcome outcome) {
        // A client speaks when it has been greeted, and a chain that was empty then heard nothing of that.
        responses.greeted();
        parts.commandBegins();
        commands.command(subject, exchange, seats.all(), 0, outcome);
    }

    /** Decides an interceptor's own command: only those behind the sender see it. */
    public void own(OwnCommand.Sender sender, Subject subject, Exchange exchange, CommandOutcome outcome) {
        CommandWalk own = new CommandWalk(core, seats, calls, awaiting::add);
        walks.removeIf(w -> !w.active() && w != commands && w != responses);
        walks.add(own);
        own.command(subject, exchange, seats.all(), behind(sender), outcome);
    }

    /**
     * Decides a client's line of data.
     *
     * @param sasl whether it belongs to a SASL exchange; otherwise DONE, or data for an unknown command
     * @param index counts the lines of the exchange, from 0
     */
    public void data(Subject line, Exchange exchange, boolean sasl, int index, CommandOutcome outcome) {
        commands.data(line, exchange, sasl, index, seats.all(), outcome);
    }

    /** Decides a response: from the last to the first. */
    public void response(
            Subject subject, ResponseName name, boolean tagged, Optional<Exchange> exchange, ResponseOutcome outcome) {
        parts.responseBegins();
        responses.response(subject, name, tagged, exchange, seats.all(), -1, outcome);
    }

    /** Decides a response to an interceptor's own command, claimed or its tagged result: those behind the sender see it. */
    public void claimed(
            OwnCommand.Sender sender,
            Subject subject,
            ResponseName name,
            boolean tagged,
            Exchange exchange,
            ResponseOutcome outcome) {
        parts.responseBegins();
        responses.response(subject, name, tagged, Optional.of(exchange), seats.all(), behind(sender) - 1, outcome);
    }

    /**
     * Shows a tagged result that the proxy or an interceptor made, to those who were shown the command that was decided on
     * last. Nothing can come of it.
     */
    public void replied(Subject result, ResponseName name, Exchange exchange) {
        List<Seat> all = seats.all();
        for (int i = all.size() - 1; i >= 0; i--) {
            Seat seat = all.get(i);
            Occupant who = seat.commandShown();
            if (who != null && !who.gone() && seat.response(name).shown()) {
                Views.Response view = new Views.Response(result, name, true);
                calls.run(seat, who, "onResponse", () -> who.interceptor().onResponse(view, Optional.of(exchange)));
                view.expire();
            }
        }
    }

    /** What factories gave is in force again: after STARTTLS and UNAUTHENTICATE, before their events are told. */
    public void resetInterests() {
        seats.reset();
        core.planChanged();
    }

    /** Shows a later line of a command that has begun to go upstream; false: the connection ends, {@link #closing()}. */
    public boolean commandTail(Line line) {
        return parts.tail(line, Direction.CLIENT_TO_PROXY);
    }

    /** Shows a later line of a response that has begun to go to the client; false as for {@link #commandTail}. */
    public boolean responseTail(Line line) {
        return parts.tail(line, Direction.SERVER_TO_PROXY);
    }

    /**
     * A literal of the command under way streams.
     *
     * @param length octets that the client announced
     * @param index counts the literals of the message, from 0
     */
    public LiteralFlow commandLiteral(long length, boolean literal8, int index) {
        return parts.literal(Direction.CLIENT_TO_PROXY, length, literal8, index);
    }

    /** A literal of the response under way streams. */
    public LiteralFlow responseLiteral(long length, boolean literal8, int index) {
        return parts.literal(Direction.SERVER_TO_PROXY, length, literal8, index);
    }

    /** Asks for room to hold a command that is assembled; give it back when it has been decided on. */
    public Hold holdCommand(CommandSpec spec) {
        return hold(s -> s.command(spec, spec.name()).buffer() > 0);
    }

    /** Asks for room to hold a response that is assembled. */
    public Hold holdResponse(int head) {
        ResponseName name = ResponseNames.of(head);
        return hold(s -> s.response(name).buffer() > 0);
    }

    /** Shows a line on its way out; false: {@link #closing()}. */
    public boolean sent(Line line, Direction direction, boolean first, boolean ours) {
        if (!seats.plan().sent()) {
            return true;
        }
        boolean upstream = direction == Direction.PROXY_TO_SERVER;
        return tell("onSent", s -> s.showsSent(upstream, first), who -> {
            Views.Sent view = new Views.Sent(direction, line, ours);
            try {
                who.interceptor().onSent(view);
            } finally {
                view.expire();
            }
        });
    }

    /** The tagged result of this exchange has been shown, or there will be none. */
    public void ended(Exchange exchange) {
        if (!awaiting.isEmpty()) {
            for (Occupant who : List.copyOf(awaiting)) {
                boolean departs = who.ended(exchange.number());
                awaiting.removeIf(w -> w == who && !w.awaitsSomething());
                if (departs) {
                    seats.depart(who.seat(), who);
                }
            }
        }
    }

    /** The session is over: nothing is called after this but what it calls itself. */
    public void close() {
        closed = true;
        walks.forEach(Walk::cancel);
        for (Seat seat : seats.all()) {
            seat.occupant().ifPresent(who -> {
                seat.empty(Seat.State.SKIPPED);
                who.leave(DetachReason.SESSION_CLOSED);
                seats.depart(seat, who);
            });
        }
        seats.departAll();
        calls.end();
    }

    /** Something else is wanted from now on: what waits is looked at again. */
    void changed() {
        seats.compile();
        core.planChanged();
        List.copyOf(walks).forEach(Walk::reconsider);
    }

    CommandWalk commands() {
        return commands;
    }

    ResponseWalk responses() {
        return responses;
    }

    /** Something of it is over. */
    void released(Seat seat, Occupant who) {
        if (who.release()) {
            seats.depart(seat, who);
        }
    }

    /** Who leaves may not be waited for any longer. */
    private void expired(Seat seat, Occupant who) {
        List.copyOf(walks).forEach(w -> w.abandon(seat, who));
        parts.abandon(who);
        if (who.awaitsSomething()) {
            awaiting.remove(who);
            if (seat.closed()) {
                core.fail("an interceptor left");
            }
        }
    }

    private void giveUp(Seat seat) {
        seats.dismiss(seat, Seat.State.SKIPPED, DetachReason.FAILED, new ArrayList<>());
        seats.compile();
        core.planChanged();
    }

    private int behind(OwnCommand.Sender sender) {
        List<Seat> all = seats.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == sender) {
                return i + 1;
            }
        }
        // It has left: nobody is skipped for its sake.
        return 0;
    }

    private Hold hold(Predicate<Seat> buffers) {
        return new Hold(calls.scope(), seats.all().stream().filter(buffers).toList());
    }

    private boolean tell(String where, Predicate<Seat> interested, Consumer<Occupant> call) {
        boolean well = true;
        for (Seat seat : seats.all()) {
            if (seat.state() == Seat.State.SERVED && interested.test(seat)) {
                Occupant who = seat.occupant().orElseThrow();
                well &= calls.run(seat, who, where, () -> call.accept(who)) || !seat.closed();
            }
        }
        if (!well) {
            parts.fail("an interceptor failed");
        }
        return well;
    }
}
