package org.posthouse.proxy.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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

    private final String name;
    private final ProxyRuntime runtime;
    private final Sessions sessions;
    private final StateSink state;
    private final CompletionStage<Void> plugins;
    private final InOrder order;
    private final Entrance entrance;
    private volatile Optional<Route> route = Optional.empty();
    private volatile boolean closed;

    Listener(String name, ProxyRuntime runtime, Sessions sessions, StateSink state, CompletionStage<Void> plugins) {
        this.name = name;
        this.runtime = runtime;
        this.sessions = sessions;
        this.state = state;
        this.plugins = plugins;
        this.order = new InOrder(runtime.blocking());
        this.entrance = new Entrance(name, runtime.transport(), children(), state);
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
        } else {
            faulty.faults().forEach(fault -> LOG.error("listener={} state=invalid {}", name, fault));
            state.tell(ListenerState.INVALID, "");
        }
        return Optional.empty();
    }

    private void open() {
        if (!closed) {
            route.ifPresent(current -> entrance.open(current.settings()));
        }
    }

    private ChannelHandler children() {
        ChannelHandler accept = sessions.acceptor(this::gateway);
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel child) {
                // Accepted before the port closed, set up after: nobody would drain it.
                if (closed) {
                    child.close();
                } else {
                    child.pipeline().addLast(accept);
                }
            }
        };
    }

    private Gateway gateway() {
        return route.orElseThrow(() -> new IllegalStateException("a port without a route"))
                .gateway();
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
