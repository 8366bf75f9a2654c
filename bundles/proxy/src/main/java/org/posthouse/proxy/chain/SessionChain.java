package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;

/**
 * The interceptors of one session. Lives on its event loop.
 *
 * <p>Each showing method answers whether the message may go on: {@code false} when an interceptor that fails
 * closed has failed; the session then ends.
 */
public final class SessionChain {

    private final Roster roster;
    private List<Attached> attached = List.of();

    /** Begins empty. */
    public SessionChain(Session session) {
        this.roster = new Roster(session);
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
        List<Attached> before = attached;
        attached = roster.next(before, snapshot, open, lastExchange);
        roster.leave(before, attached, DetachReason.LEFT_CHAIN);
        roster.missed(before, snapshot.unguarded());
        return !roster.broken();
    }

    /** Tells an event to whoever asked for events. */
    public boolean event(SessionEvent event) {
        return show(
                attached, a -> a.interest().wantsEvents(), a -> a.interceptor().onEvent(event));
    }

    /** Shows a command's first line. */
    public boolean command(Line line, String tag, CommandName name, Exchange exchange) {
        Views.Command view = new Views.Command(line, tag, name);
        try {
            return show(attached, a -> a.beginCommand(name), a -> a.interceptor()
                    .onCommand(view, exchange)
                    .equals(CommandVerdict.pass()));
        } finally {
            view.expire();
        }
    }

    /** Shows a response's first line, to the last of the chain first. */
    public boolean response(Line line, ResponseName name, boolean tagged, Optional<Exchange> exchange) {
        Views.Response view = new Views.Response(line, name, tagged);
        try {
            return show(reversed(), a -> a.beginResponse(name), a -> a.interceptor()
                    .onResponse(view, exchange.filter(x -> a.knows(x.number())))
                    .equals(ResponseVerdict.pass()));
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
            return show(
                    reversed(), Attached::showsResponse, a -> a.interceptor().onTail(view));
        } finally {
            view.expire();
        }
    }

    /** Shows a line on its way out. */
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

    /** The session is over. */
    public void close() {
        List<Attached> all = attached;
        attached = List.of();
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
