package org.posthouse.proxy.chain;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every call of an interceptor of one session goes through here, and so does every failure. Lives on its loop. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** So many failures end an interceptor's part in a session, or the session. */
    private static final int MOST_FAILURES = 3;

    private final SessionCore core;
    private final Consumer<Seat> givesUp;
    private Optional<ListenerScope> scope = Optional.empty();
    private Optional<LoopWatch> watch = Optional.empty();
    private int depth;
    private int failures;

    /**
     * @param givesUp told when one that fails open has failed too often
     */
    Calls(SessionCore core, Consumer<Seat> givesUp) {
        this.core = core;
        this.givesUp = givesUp;
    }

    /** There are interceptors from now on. */
    void begin(ListenerScope shared) {
        if (scope.isEmpty()) {
            scope = Optional.of(shared);
            LoopWatch loop = shared.watchdog().of(core.loop());
            watch = Optional.of(loop);
            loop.sessionCame();
            shared.watchdog().look();
        }
    }

    void end() {
        watch.ifPresent(LoopWatch::sessionWent);
        watch = Optional.empty();
    }

    ListenerScope scope() {
        return scope.orElseThrow();
    }

    /** Whether an interceptor is being called, or a decision is being walked, at this moment. */
    boolean busy() {
        return depth > 0;
    }

    /** A decision is walked from here to {@link #rest}. */
    void work() {
        depth++;
    }

    void rest() {
        depth--;
    }

    /** Whether it may be called now; if so {@link #leave} must follow. */
    boolean enter(Occupant who) {
        return !who.gone() && enter(who.service());
    }

    /** As {@link #enter(Occupant)}, of a factory. */
    boolean enter(Registered service) {
        boolean may = watch.isPresent()
                ? watch.get().enter(service)
                : !service.lease().ended();
        depth += may ? 1 : 0;
        return may;
    }

    void leave(@Nullable Registered outer) {
        depth--;
        watch.ifPresent(w -> w.leave(outer));
    }

    @Nullable
    Registered running() {
        return watch.map(LoopWatch::running).orElse(null);
    }

    /** Calls it if it may be called; false: it failed, which has been counted. */
    boolean run(Seat seat, Occupant who, String where, Runnable call) {
        Registered outer = running();
        if (!enter(who)) {
            return true;
        }
        try {
            call.run();
            return true;
        } catch (Throwable e) {
            failed(seat, Optional.of(who), where, e);
            return false;
        } finally {
            leave(outer);
        }
    }

    /** The last call of all. */
    void detach(Seat seat, Occupant who) {
        Registered outer = running();
        if (!enter(who)) {
            return;
        }
        try {
            who.interceptor().onDetach(who.why());
        } catch (Throwable e) {
            LOG.warn(
                    "session={} listener={} interceptor={} event=detach-failed",
                    core.id(),
                    core.listener(),
                    seat.id(),
                    e);
        } finally {
            leave(outer);
        }
    }

    /**
     * An interceptor failed, with whatever Throwable. The first failure in a session is logged with its stack, later ones
     * in ever larger steps.
     */
    void failed(Seat seat, Optional<Occupant> who, String where, Throwable cause) {
        seat.slot().figures().failure();
        int count = seat.failed();
        log(seat, where, cause);
        seat.slot().served().ifPresent(service -> scope().failed(
                        new ListenerScope.Failure(service, core.id(), address())));
        if (count < MOST_FAILURES) {
            return;
        }
        if (seat.closed()) {
            // Behind the refusal that this failure leads to.
            core.loop().execute(() -> core.fail("an interceptor failed"));
        } else if (who.isPresent()) {
            givesUp.accept(seat);
        }
    }

    private void log(Seat seat, String where, Throwable cause) {
        boolean invalid = cause instanceof InvalidVerdict;
        if (++failures == 1 && !invalid) {
            LOG.error(
                    "session={} listener={} interceptor={} event=failed mode={} in={}",
                    core.id(),
                    core.listener(),
                    seat.id(),
                    seat.slot().failure().word(),
                    where,
                    cause);
        } else if (Integer.bitCount(failures) == 1) {
            LOG.error(
                    "session={} listener={} interceptor={} event=failed mode={} in={} failures={} reason=\"{}\"",
                    core.id(),
                    core.listener(),
                    seat.id(),
                    seat.slot().failure().word(),
                    where,
                    failures,
                    invalid ? cause.getMessage() : cause.getClass().getName());
        }
    }

    private String address() {
        return core.clientAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(core.clientAddress());
    }
}
