package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.Interest;

/** Who sits in one session, who comes and who goes. Lives on its loop. */
final class Seats {

    /** Less than unbinding waits, so that on a loop that isn't blocked nothing is left when it stops waiting. */
    private static final long LEAVE_MILLIS = 1800;

    private final SessionCore core;
    private final Calls calls;
    private final Function<Seat, Facade> facades;
    private final BiConsumer<Seat, Occupant> expired;
    private final List<Runnable> leaving = new ArrayList<>(0);
    private List<Seat> all = List.of();
    private Plan plan = Plan.EMPTY;

    /**
     * @param facades what a new interceptor gets to see of the session
     * @param expired told when who leaves may not be waited for any longer
     */
    Seats(SessionCore core, Calls calls, Function<Seat, Facade> facades, BiConsumer<Seat, Occupant> expired) {
        this.core = core;
        this.calls = calls;
        this.facades = facades;
        this.expired = expired;
    }

    /** In command order. Another list after each change: walks keep the one that they began with. */
    List<Seat> all() {
        return all;
    }

    Plan plan() {
        return plan;
    }

    /** Takes a new snapshot, to be compiled; completes when nothing of those who left is in flight. */
    CompletableFuture<Void> adopt(ChainSnapshot snapshot, boolean open) {
        List<CompletableFuture<Void>> departures = new ArrayList<>();
        List<Seat> next = new ArrayList<>();
        for (Slot slot : snapshot.slots()) {
            Optional<Seat> here = find(slot.id());
            boolean stranger = here.isEmpty()
                    && open
                    && slot.served().map(Registered::startOnly).orElse(false);
            if (!stranger) {
                Seat seat = here.orElseGet(() -> new Seat(slot));
                reslot(seat, here.map(Seat::slot), slot, open, departures);
                next.add(seat);
            }
        }
        for (Seat seat : all) {
            if (!next.contains(seat)) {
                dismiss(seat, Seat.State.SKIPPED, DetachReason.LEFT_CHAIN, departures);
                seat.slot(seat.slot().lost());
            }
        }
        all = List.copyOf(next);
        return CompletableFuture.allOf(departures.toArray(CompletableFuture[]::new));
    }

    /** Somebody wants something else from now on. */
    void compile() {
        List<Wish> wishes = all.isEmpty()
                ? List.of()
                : all.stream().filter(Seat::wants).map(Seat::wish).toList();
        plan = wishes.isEmpty() ? Plan.EMPTY : calls.scope().plan(wishes);
    }

    /** It may not be called any more: it failed too often in this session. */
    void dismiss(Seat seat, Seat.State then, DetachReason why, List<CompletableFuture<Void>> departures) {
        seat.occupant().ifPresent(who -> {
            seat.empty(then);
            if (who.leave(why)) {
                depart(seat, who);
            } else {
                departures.add(who.departed());
                Runnable last = () -> depart(seat, who);
                leaving.add(last);
                who.departed().thenRun(() -> leaving.remove(last));
                core.loop().schedule(() -> expire(seat, who), LEAVE_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
        seat.empty(then);
    }

    /** The session is over: nobody is waited for. */
    void departAll() {
        List.copyOf(leaving).forEach(Runnable::run);
    }

    /** Its last call. */
    void depart(Seat seat, Occupant who) {
        if (!who.gone()) {
            calls.detach(seat, who);
            who.depart();
        }
    }

    /** What factories gave is in force again. */
    void reset() {
        all.forEach(seat -> seat.occupant().ifPresent(who -> seat.wish(who.given())));
        compile();
    }

    private void expire(Seat seat, Occupant who) {
        if (!who.gone()) {
            expired.accept(seat, who);
            depart(seat, who);
        }
    }

    private Optional<Seat> find(String id) {
        return all.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** Gives a seat its newer slot; {@code before} is the older one, empty if the seat is new. */
    private void reslot(
            Seat seat, Optional<Slot> before, Slot slot, boolean open, List<CompletableFuture<Void>> departures) {
        seat.slot(slot);
        if (slot.suspended()) {
            dismiss(seat, seat.suspended(), slot.suspension().why(), departures);
            return;
        }
        if (slot.served().isEmpty()) {
            boolean interested = seat.state() != Seat.State.SKIPPED || before.isEmpty();
            dismiss(seat, interested ? Seat.State.VACANT : Seat.State.SKIPPED, DetachReason.LEFT_CHAIN, departures);
            return;
        }
        Registered now = slot.served().get();
        if (seat.occupant().map(o -> o.service().sameService(now)).orElse(false)) {
            ask(seat, seat.occupant().get(), now, departures);
        } else if (before.isEmpty()
                || before.get().suspended()
                || now.isNot(before.get().served())) {
            dismiss(seat, Seat.State.VACANT, DetachReason.LEFT_CHAIN, departures);
            if (open && now.startOnly()) {
                seat.empty(slot.closed() || slot.required() ? Seat.State.VACANT : Seat.State.SKIPPED);
            } else {
                join(seat, now);
            }
        }
    }

    private void join(Seat seat, Registered now) {
        Registered outer = calls.running();
        Facade facade = facades.apply(seat);
        if (!calls.enter(now)) {
            seat.empty(Seat.State.VACANT);
            return;
        }
        try {
            Interest interest = Objects.requireNonNull(now.factory().interest(core), "interest gave null");
            Wish.check(interest, seat.closed());
            if (interest.isNone()) {
                seat.wish(interest);
                seat.empty(Seat.State.SKIPPED);
                Notices.guardsNothing(core, seat);
                return;
            }
            Interceptor made = Objects.requireNonNull(now.factory().attach(facade), "attach gave null");
            seat.seat(new Occupant(seat, now, facade, made, interest, core.newest()), interest);
        } catch (Throwable e) {
            facade.close();
            seat.empty(seat.closed() ? Seat.State.REFUSING : Seat.State.SKIPPED);
            calls.failed(seat, Optional.empty(), "attach", e);
        } finally {
            calls.leave(outer);
        }
    }

    /** Its configuration may have changed: then so may its interest. */
    private void ask(Seat seat, Occupant who, Registered now, List<CompletableFuture<Void>> departures) {
        if (who.terms().equals(now)) {
            return;
        }
        boolean well = calls.run(seat, who, "interest", () -> {
            Interest interest = Objects.requireNonNull(now.factory().interest(core), "interest gave null");
            Wish.check(interest, seat.closed());
            who.given(now, interest);
            seat.wish(interest);
        });
        if (well && who.given().isNone()) {
            dismiss(seat, Seat.State.SKIPPED, DetachReason.LEFT_CHAIN, departures);
            Notices.guardsNothing(core, seat);
        }
    }
}
