package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.proxy.config.FailureMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who joins and who leaves one session, and whether one that fails closed has failed. Lives on its event loop. */
final class Roster {

    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

    private final Session session;
    private boolean broken;
    private int failures;

    Roster(Session session) {
        this.session = session;
    }

    /** Whether an interceptor that fails closed has failed: nothing may go on. */
    boolean broken() {
        return broken;
    }

    /** Those of the snapshot: who was there stays, who is new joins. */
    List<Attached> next(List<Attached> before, ChainSnapshot snapshot, boolean open, long lastExchange) {
        if (snapshot.slots().isEmpty()) {
            return List.of();
        }
        List<Attached> next = new ArrayList<>();
        for (Slot slot : snapshot.slots()) {
            Optional<Attached> here =
                    before.stream().filter(a -> a.slot().sameService(slot)).findFirst();
            if (here.isPresent()) {
                here.get().serve(slot);
                next.add(here.get());
            } else if (!open || !slot.registered().startOnly()) {
                join(slot, lastExchange).ifPresent(next::add);
            }
        }
        return List.copyOf(next);
    }

    /** Tells those who were there and are no longer. */
    void leave(List<Attached> before, List<Attached> now, DetachReason why) {
        for (Attached each : before) {
            if (!now.contains(each)) {
                leave(each, why);
            }
        }
    }

    /** One that fails closed and is still required has left: the session may not go on without it. */
    void missed(List<Attached> before, List<String> unguarded) {
        for (Attached each : before) {
            broken |= unguarded.contains(each.slot().id());
        }
    }

    /**
     * An interceptor failed, with whatever Throwable: what that means is its slot's choice. The first failure in a session
     * is logged with its stack, later ones in ever larger steps.
     */
    void failed(Slot slot, Throwable cause) {
        broken |= slot.failure() == FailureMode.CLOSED;
        if (++failures > 1) {
            if (Integer.bitCount(failures) == 1) {
                LOG.error(
                        "session={} listener={} interceptor={} event=failed mode={} failures={} reason=\"{}\"",
                        session.id(),
                        session.listener(),
                        slot.id(),
                        slot.failure().word(),
                        failures,
                        cause.getClass().getName());
            }
            return;
        }
        LOG.error(
                "session={} listener={} interceptor={} event=failed mode={}",
                session.id(),
                session.listener(),
                slot.id(),
                slot.failure().word(),
                cause);
    }

    private Optional<Attached> join(Slot slot, long lastExchange) {
        InterceptorFactory factory = slot.registered().factory();
        try {
            Interest interest = Objects.requireNonNull(factory.interest(session), "interest gave null");
            return interest.isNone()
                    ? Optional.empty()
                    : Optional.of(new Attached(
                            slot,
                            Objects.requireNonNull(factory.attach(session), "attach gave null"),
                            interest,
                            lastExchange));
        } catch (Throwable e) {
            failed(slot, e);
            return Optional.empty();
        }
    }

    private void leave(Attached one, DetachReason why) {
        try {
            one.interceptor().onDetach(why);
        } catch (Throwable e) {
            LOG.warn(
                    "session={} interceptor={} event=detach-failed",
                    session.id(),
                    one.slot().id(),
                    e);
        }
    }
}
