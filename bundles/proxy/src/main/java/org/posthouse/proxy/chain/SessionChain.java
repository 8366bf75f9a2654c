package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.proxy.config.FailureMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interceptors of one session. Lives on its event loop.
 *
 * <p>Each showing method answers whether the message may go on: {@code false} when an interceptor that fails
 * closed has failed; the session then ends.
 */
public final class SessionChain {

    private static final Logger LOG = LoggerFactory.getLogger(SessionChain.class);

    private final Session session;
    private List<Attached> attached = List.of();
    private boolean broken;

    /** Begins empty. */
    public SessionChain(Session session) {
        this.session = session;
    }

    /** Nobody is interested in anything: the common case, to be asked first. */
    public boolean isEmpty() {
        return attached.isEmpty();
    }

    /** Whether anybody wants this command: then its lines are assembled. */
    public boolean wants(CommandName name) {
        for (Attached each : attached) {
            if (each.interest().wants(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody wants responses at all: then their lines are assembled. */
    public boolean wantsResponses() {
        for (Attached each : attached) {
            if (each.interest().wantsResponses() || each.interest().wantsSent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a new snapshot: who is no longer in it leaves at once, who is new joins.
     *
     * @param open false while the session starts; {@code requires=start} joins only then
     * @param lastExchange number of the newest command: a joiner knows only later ones
     * @return whether all went well
     */
    public boolean adopt(ChainSnapshot snapshot, boolean open, long lastExchange) {
        List<Attached> next = new ArrayList<>();
        for (Slot slot : snapshot.slots()) {
            Optional<Attached> here = attached.stream().filter(a -> a.slot().sameService(slot)).findFirst();
            if (here.isPresent()) {
                here.get().serve(slot);
                next.add(here.get());
            } else if (!open || !slot.registered().startOnly()) {
                join(slot, lastExchange).ifPresent(next::add);
            }
        }
        List<Attached> left = new ArrayList<>(attached);
        left.removeAll(next);
        attached = List.copyOf(next);
        left.forEach(a -> leave(a, DetachReason.SERVICE_GONE));
        return !broken;
    }

    /** Tells an event to whoever asked for events. */
    public boolean event(SessionEvent event) {
        return show(attached, a -> a.interest().wantsEvents(), a -> a.interceptor().onEvent(event));
    }

    /** Shows a command's first line. */
    public boolean command(Line line, String tag, CommandName name, Exchange exchange) {
        Views.Command view = new Views.Command(line, tag, name);
        try {
            return show(attached, a -> a.beginCommand(name), a -> a.interceptor().onCommand(view, exchange).match(() -> true));
        } finally {
            view.expire();
        }
    }

    /** Shows a response's first line, to the last of the chain first. */
    public boolean response(Line line, ResponseName name, boolean tagged, Optional<Exchange> exchange) {
        Views.Response view = new Views.Response(line, name, tagged);
        try {
            return show(reversed(), a -> a.beginResponse(name),
                    a -> a.interceptor().onResponse(view, exchange.filter(x -> a.knows(x.number()))).match(() -> true));
        } finally {
            view.expire();
        }
    }

    /** Shows a later line of a command or a client's data line. */
    public boolean commandTail(Line line, boolean data) {
        Views.Tail view = new Views.Tail(Direction.CLIENT_TO_PROXY, line, data);
        try {
            return show(attached, Attached::showsCommand, a -> a.interceptor().onTail(view));
        } finally {
            view.expire();
        }
    }

    /** Shows a later line of a response. */
    public boolean responseTail(Line line) {
        Views.Tail view = new Views.Tail(Direction.SERVER_TO_PROXY, line, false);
        try {
            return show(reversed(), Attached::showsResponse, a -> a.interceptor().onTail(view));
        } finally {
            view.expire();
        }
    }

    /** Shows a line on its way out. */
    public boolean sent(Line line, Direction direction, boolean first, boolean ours) {
        Views.Sent view = new Views.Sent(direction, line, ours);
        boolean upstream = direction == Direction.PROXY_TO_SERVER;
        try {
            return show(attached, a -> a.showsSent(upstream, first), a -> a.interceptor().onSent(view));
        } finally {
            view.expire();
        }
    }

    /** The session is over. */
    public void close() {
        List<Attached> all = attached;
        attached = List.of();
        all.forEach(a -> leave(a, DetachReason.SESSION_CLOSED));
    }

    private List<Attached> reversed() {
        if (attached.size() < 2) {
            return attached;
        }
        List<Attached> reversed = new ArrayList<>(attached);
        Collections.reverse(reversed);
        return reversed;
    }

    private Optional<Attached> join(Slot slot, long lastExchange) {
        return guarded(slot, factory -> {
            Interest interest = factory.interest(session);
            return interest.isNone()
                    ? Optional.<Attached>empty()
                    : Optional.of(new Attached(
                            slot, Objects.requireNonNull(factory.attach(session), "attach gave null"), interest, lastExchange));
        });
    }

    private Optional<Attached> guarded(
            Slot slot, Function<InterceptorFactory, Optional<Attached>> join) {
        try {
            return join.apply(slot.registered().factory());
        } catch (RuntimeException | LinkageError e) {
            failed(slot, e);
            return Optional.empty();
        }
    }

    private void leave(Attached one, DetachReason why) {
        try {
            one.interceptor().onDetach(why);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("session={} interceptor={} event=detach-failed", session.id(), one.slot().id(), e);
        }
    }

    private boolean show(
            List<Attached> order, Predicate<Attached> interested, Consumer<Attached> call) {
        for (Attached each : order) {
            if (interested.test(each)) {
                try {
                    call.accept(each);
                } catch (RuntimeException | LinkageError e) {
                    failed(each.slot(), e);
                }
            }
        }
        return !broken;
    }

    private void failed(Slot slot, Throwable cause) {
        boolean closed = slot.failure() == FailureMode.CLOSED;
        broken |= closed;
        LOG.error("session={} listener={} interceptor={} event=failed mode={}",
                session.id(), session.listener(), slot.id(), slot.failure().word(), cause);
    }
}
