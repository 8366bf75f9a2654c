package org.posthouse.proxy.chain;

import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes one message after the other past the seats of a session, in order, until somebody decides otherwise. It waits
 * where a verdict is deferred and where a guard isn't there. Lives on the session's loop; one message at a time.
 *
 * @param <V> what a deferred verdict is
 */
abstract class Walk<V> {

    /** What a step came to. */
    enum Step {
        /** The next seat. */
        ON,
        /** Decided; what remains to be said has been put into {@link #decide}. */
        DECIDED,
        /** Goes on later. */
        WAITS
    }

    private final SessionCore core;
    private final Seats seats;
    private final Calls calls;
    private List<Seat> order = List.of();
    private int at;
    private int end;
    private int stride;
    private long generation;
    private boolean waiting;
    private @Nullable Occupant deferrer;
    private @Nullable ScheduledFuture<?> timer;
    private int counted;
    private long started;
    private Runnable decision = () -> {};
    private Subject subject = Subject.NONE;

    Walk(SessionCore core, Seats seats, Calls calls) {
        this.core = core;
        this.seats = seats;
        this.calls = calls;
    }

    final Subject subject() {
        return subject;
    }

    final Calls calls() {
        return calls;
    }

    /** Begins with a message at a seat and goes past the following ones. */
    final void begin(Subject message, List<Seat> past, int from, int to) {
        generation++;
        subject = message;
        order = past;
        at = from;
        end = to;
        stride = from <= to ? 1 : -1;
        go();
    }

    /** Nothing is called any more of what is under way. */
    final void cancel() {
        generation++;
        stopWaiting();
        if (counted > 0) {
            calls.scope().give(counted);
            counted = 0;
        }
        order = List.of();
        at = 0;
        end = 0;
    }

    /** Whether it is this seat's turn. */
    final boolean isAt(Seat seat) {
        return at != end && order.get(at) == seat;
    }

    /** Whether a message is under way. */
    final boolean active() {
        return at != end;
    }

    /** Somebody has come, gone or failed: whether what waits for that may go on. */
    final void reconsider() {
        if (waiting && deferrer == null) {
            stopWaiting();
            go();
        }
    }

    /** Who leaves may not be waited for any longer. */
    final void abandon(Seat seat, Occupant who) {
        if (deferrer == who) {
            stopWaiting();
            giveBack(seat, who);
            generation++;
            after(seat.closed() ? refuse("an interceptor left", seat) : Step.ON);
        }
    }

    /** Whether the seat wants to see the message. */
    abstract boolean covers(Seat seat);

    /** Whether the occupant may be shown it: it began after that joined, or is kept for it. */
    abstract boolean shows(Seat seat, Occupant who);

    /** Shows it and acts on the verdict. */
    abstract Step ask(Seat seat, Occupant who);

    /**
     * Acts on a verdict that was deferred.
     *
     * @throws InvalidVerdict if it can't be acted on
     */
    abstract Step act(Seat seat, Occupant who, V verdict);

    /** The seat isn't shown it. */
    abstract void passes(Seat seat);

    /** Refuses the message. */
    abstract void say(String refusal);

    /** Everybody has passed it. */
    abstract void on(Subject passed);

    /** The engine says no for that seat. */
    final Step refuse(String reason, Seat seat) {
        return decide(() -> say(reason));
    }

    /** What is done when the walk has come to rest. */
    final Step decide(Runnable what) {
        decision = what;
        return Step.DECIDED;
    }

    /** A failure of who sits there, by its slot's mode. */
    final Step failed(Seat seat, Occupant who, String where, Throwable cause) {
        boolean closed = seat.closed();
        calls.failed(seat, Optional.of(who), where, cause);
        return closed ? refuse("an interceptor failed", seat) : Step.ON;
    }

    /** Waits for a verdict, in order and for a while. */
    final Step defer(Seat seat, Occupant who, CompletionStage<? extends V> later) {
        int octets = subject.length();
        if (!seat.fits(octets) || !calls.scope().take(octets)) {
            return failed(seat, who, "defer", new InvalidVerdict("over its budget"));
        }
        seat.count(octets);
        counted = octets;
        subject.own();
        waiting = true;
        deferrer = who;
        who.hold();
        long token = generation;
        timer = core.loop()
                .schedule(
                        () -> settle(token, seat, who, null, new InvalidVerdict("deferred for too long")),
                        seat.slot().terms().deferralNanos(),
                        TimeUnit.NANOSECONDS);
        try {
            later.whenComplete((verdict, failure) -> hop(token, seat, who, verdict, failure));
        } catch (Throwable e) {
            generation++;
            stopWaiting();
            giveBack(seat, who);
            return failed(seat, who, "defer", e);
        }
        return Step.WAITS;
    }

    private void hop(long token, Seat seat, Occupant who, @Nullable V verdict, @Nullable Throwable failure) {
        try {
            core.loop().execute(() -> settle(token, seat, who, verdict, failure));
        } catch (RejectedExecutionException ended) {
            seat.slot().figures().late();
        }
    }

    private void settle(long token, Seat seat, Occupant who, @Nullable V verdict, @Nullable Throwable failure) {
        if (token != generation || deferrer != who) {
            seat.slot().figures().late();
            return;
        }
        stopWaiting();
        generation++;
        timed(seat);
        Step step = failure != null
                ? failed(seat, who, "defer", failure)
                : verdict == null ? failed(seat, who, "defer", new InvalidVerdict("null")) : late(seat, who, verdict);
        giveBack(seat, who);
        after(step);
    }

    private Step late(Seat seat, Occupant who, V verdict) {
        try {
            return act(seat, who, verdict);
        } catch (InvalidVerdict e) {
            return failed(seat, who, "defer", e);
        }
    }

    private void giveBack(Seat seat, Occupant who) {
        seat.count(-counted);
        calls.scope().give(counted);
        counted = 0;
        if (who.release()) {
            seats.depart(seat, who);
        }
    }

    private void after(Step step) {
        if (step == Step.ON) {
            at += stride;
            go();
        } else if (step == Step.DECIDED) {
            rest(decision);
        }
    }

    private void go() {
        calls.work();
        Step step = Step.ON;
        try {
            while (at != end && step == Step.ON) {
                step = step(order.get(at));
                at += step == Step.ON ? stride : 0;
            }
        } finally {
            calls.rest();
        }
        if (step == Step.ON) {
            Subject passed = subject;
            subject = Subject.NONE;
            order = List.of();
            on(passed);
        } else if (step == Step.DECIDED) {
            rest(decision);
        }
    }

    /** The session may begin the next message from within. */
    private void rest(Runnable last) {
        at = end;
        subject = Subject.NONE;
        order = List.of();
        decision = () -> {};
        last.run();
    }

    private Step step(Seat seat) {
        if (!covers(seat)) {
            passes(seat);
            return Step.ON;
        }
        return switch (seat.state()) {
            case SKIPPED -> {
                passes(seat);
                yield Step.ON;
            }
            case REFUSING -> refuse("an interceptor is not available", seat);
            case VACANT -> hold(seat);
            case SERVED -> served(seat, seat.occupant().orElseThrow());
        };
    }

    private Step served(Seat seat, Occupant who) {
        if (!shows(seat, who)) {
            passes(seat);
            return Step.ON;
        }
        Registered outer = calls.running();
        if (!calls.enter(who)) {
            return seat.closed() ? refuse("an interceptor is not available", seat) : Step.ON;
        }
        seat.slot().figures().message();
        boolean timed = seat.slot().figures().timed();
        started = timed ? System.nanoTime() : 0;
        Step step;
        try {
            step = ask(seat, who);
        } catch (Throwable e) {
            step = failed(seat, who, "call", e);
        } finally {
            calls.leave(outer);
        }
        if (step != Step.WAITS) {
            timed(seat);
        }
        return step;
    }

    private void timed(Seat seat) {
        if (started != 0) {
            seat.slot().figures().took(System.nanoTime() - started);
            started = 0;
        }
    }

    /** Nobody is there: somebody may come. */
    private Step hold(Seat seat) {
        long left = seat.slot().graceLeft(calls.scope().now());
        if (left <= 0 || seat.givenUp()) {
            return missing(seat);
        }
        subject.own();
        waiting = true;
        long token = generation;
        timer = core.loop()
                .schedule(
                        () -> {
                            if (token == generation && waiting && deferrer == null) {
                                seat.giveUp();
                                stopWaiting();
                                generation++;
                                after(missing(seat));
                            }
                        },
                        left,
                        TimeUnit.NANOSECONDS);
        return Step.WAITS;
    }

    private Step missing(Seat seat) {
        Notices.refused(core, seat);
        return refuse("a required interceptor is missing", seat);
    }

    private void stopWaiting() {
        waiting = false;
        deferrer = null;
        ScheduledFuture<?> running = timer;
        timer = null;
        if (running != null) {
            running.cancel(false);
        }
    }
}
