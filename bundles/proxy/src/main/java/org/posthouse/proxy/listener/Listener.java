package org.posthouse.proxy.listener;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.proxy.config.Fault;
import org.posthouse.proxy.config.Outcome;
import org.posthouse.proxy.config.Timeouts;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.tls.TlsFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener: its port, the gateway for new sessions, and its sessions. {@link #configure} and {@link #close} come
 * from any thread and don't wait for anything slow; the work is done in order on the runtime's threads.
 *
 * <p>The rule for every change: what can't be done leaves all as it was, in one line of the log.
 */
final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final long FENCE_SECONDS = 2;

    private final String name;
    private final ProxyRuntime runtime;
    private final Sessions sessions;
    private final StateSink state;
    private final CompletionStage<Void> plugins;
    private final InOrder order;
    private final Entrance entrance;
    private volatile Optional<Route> route = Optional.empty();
    private volatile boolean closed;
    private volatile boolean drained;
    private volatile boolean invalid;

    Listener(String name, ProxyRuntime runtime, Sessions sessions, StateSink state, CompletionStage<Void> plugins) {
        this.name = name;
        this.runtime = runtime;
        this.sessions = sessions;
        this.state = state;
        this.plugins = plugins;
        this.order = new InOrder(runtime.blocking());
        this.entrance = new Entrance(
                name,
                runtime.transport(),
                new Doorway(() -> closed || drained, child -> sessions.open(child, gateway())),
                state);
    }

    /** Queues a configuration; it is read on the runtime's threads. The future completes when it is dealt with. */
    CompletableFuture<Void> configure(Supplier<Outcome> reading) {
        return order.submit(() -> apply(reading));
    }

    private void apply(Supplier<Outcome> reading) {
        if (!closed) {
            Optional<Outcome.Valid> valid = reading.get().match(Optional::of, this::refuse);
            valid.ifPresent(this::accept);
        }
    }

    private void accept(Outcome.Valid valid) {
        valid.warnings().forEach(warning -> LOG.warn("listener={} {}", name, warning));
        Route next;
        try {
            next = Route.to(valid.settings(), runtime);
        } catch (TlsFault broken) {
            refuse(new Outcome.Faulty(List.of(broken.fault())));
            return;
        }
        if (entrance.isOpen() && !entrance.move(next.settings())) {
            next.stop();
            return;
        }
        serve(next);
    }

    /** Configures live sessions at once and new ones from now on; opens the port if there is none yet. */
    private void serve(Route next) {
        Optional<Route> last = route;
        if (last.filter(l -> !l.settings().listen().equals(next.settings().listen()))
                .isPresent()) {
            // Another port is another matter.
            drained = false;
        }
        invalid = false;
        state.kept(List.of());
        sessions.configure(next.settings());
        route = Optional.of(next);
        last.ifPresent(Route::stop);
        if (entrance.isOpen()) {
            LOG.info("listener={} event=configured", name);
        } else {
            plugins.thenRun(() -> order.submit(this::open));
        }
    }

    private Optional<Outcome.Valid> refuse(Outcome.Faulty faulty) {
        if (route.isPresent()) {
            List<String> all = faulty.faults().stream().map(Fault::toString).toList();
            LOG.error("listener={} event=kept {}", name, String.join("; ", all));
            state.kept(faulty.faults());
        } else {
            faulty.faults().forEach(fault -> LOG.error("listener={} state=invalid {}", name, fault));
            invalid = true;
            stands();
        }
        return Optional.empty();
    }

    private void open() {
        if (!closed && !drained) {
            route.ifPresent(current -> entrance.open(current.settings()));
        }
    }

    private Gateway gateway() {
        return route.orElseThrow(() -> new IllegalStateException("a port without a route"))
                .gateway();
    }

    /**
     * Takes the listener out of service: its port closes, its sessions end behind it. Doesn't wait for either. Sessions that come after
     * an {@link #undrain} are no part of it.
     */
    void drain() {
        order.submit(() -> {
            if (!closed && !drained) {
                drained = true;
                entrance.shut();
                // A child that was accepted before is a session by then, or has been closed.
                runtime.fence()
                        .orTimeout(FENCE_SECONDS, TimeUnit.SECONDS)
                        .handle((passed, late) -> true)
                        .join();
                sessions.drain(drainBound());
            }
        });
    }

    /** Opens the port of a drained listener again. Doesn't wait for that. */
    void undrain() {
        order.submit(() -> {
            if (!closed && drained) {
                drained = false;
                LOG.warn("listener={} event=undrained by=operator", name);
                stands();
            }
        });
    }

    /** Where it stands while it has no port. */
    private void stands() {
        if (drained) {
            state.tell(ListenerState.DRAINED, "");
        } else if (route.isPresent() && plugins.toCompletableFuture().isDone()) {
            open();
        } else {
            state.tell(invalid ? ListenerState.INVALID : ListenerState.OPENING, "");
        }
    }

    /** How sessions go now; empty before the first valid configuration. */
    Optional<ListenerRoute> route() {
        return route.map(Route::status);
    }

    /**
     * Closes the port before it returns and ends the sessions behind it: the future completes when they are gone.
     * Nobody is told anything after this.
     */
    CompletableFuture<Void> close() {
        closed = true;
        state.withdraw();
        entrance.close();
        // Behind whatever is queued: a port that was just being opened is closed by the entrance.
        LOG.info("listener={} event=closed", name);
        return order.submit(() -> route.ifPresent(Route::stop))
                .thenCompose(done -> runtime.fence())
                .thenCompose(done -> sessions.drain(drainBound()))
                .whenComplete((done, failure) -> drained());
    }

    private void drained() {
        sessions.close();
        LOG.info("listener={} event=drained", name);
    }

    /** How long the sessions may take to end. */
    Duration drainBound() {
        return route.map(r -> r.settings().timeouts()).orElse(Timeouts.DEFAULTS).drain();
    }
}
