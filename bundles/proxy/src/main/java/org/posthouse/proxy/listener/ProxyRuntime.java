package org.posthouse.proxy.listener;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.TlsContexts;
import org.posthouse.proxy.tls.TlsLibrary;
import org.posthouse.proxy.transport.NameResolver;
import org.posthouse.proxy.transport.NamedThreads;
import org.posthouse.proxy.transport.Sockets;
import org.posthouse.proxy.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all listeners share: event loops, resolver, TLS, threads for what blocks, and the drains that outlive a
 * listener. Every listener refers to it, so Declarative Services deactivate it last: it then waits for the drains
 * (each has its own bound) and ends the threads. Thread-safe.
 */
@Component(service = ProxyRuntime.class, immediate = true)
public final class ProxyRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyRuntime.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Transport transport;
    private final NameResolver resolver = new NameResolver();
    private final TlsContexts tls;
    private final ExecutorService blocking = Executors.newCachedThreadPool(new NamedThreads("control"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("files"));
    private final Set<Drain> drains = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> sessions = new ConcurrentHashMap<>();

    /** Sessions that end, and how long they may take. */
    private record Drain(CompletableFuture<Void> done, Duration bound) {}

    /** Called by Declarative Services. The tracker is referred to so that it outlives the last drain. */
    @Activate
    public ProxyRuntime(@Reference InterceptorTracker interceptors) {
        this(Sockets.choose(), TlsLibrary.choose());
    }

    /** A runtime on given sockets and TLS. */
    ProxyRuntime(Sockets sockets, TlsLibrary library) {
        this.transport = new Transport(sockets);
        this.tls = new TlsContexts(library);
        LOG.info("proxy event=start transport={} tls=\"{}\"", sockets.name(), library.description());
        clock.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
    }

    private void follow() {
        try {
            tls.poll();
        } catch (RuntimeException unexpected) {
            // A task that throws is never scheduled again, and renewals would end with it.
            LOG.error("proxy event=poll-failed", unexpected);
        }
    }

    Transport transport() {
        return transport;
    }

    NameResolver resolver() {
        return resolver;
    }

    TlsContexts tls() {
        return tls;
    }

    /** Numbers for the sessions of listeners of this name: one that goes and comes back counts on, so that no id comes twice. */
    LongSupplier numbers(String listener) {
        return sessions.computeIfAbsent(listener, name -> new AtomicLong())::incrementAndGet;
    }

    /** Threads that may block. */
    Executor blocking() {
        return blocking;
    }

    /** Completes when every worker loop has done what it had to do until now. */
    CompletableFuture<Void> fence() {
        List<CompletableFuture<Void>> passed = new ArrayList<>();
        for (EventExecutor loop : transport.workers()) {
            passed.add(CompletableFuture.runAsync(() -> {}, loop));
        }
        return CompletableFuture.allOf(passed.toArray(CompletableFuture[]::new));
    }

    /** Takes over a drain: nobody waits for it but this runtime at its end. */
    void track(CompletableFuture<Void> done, Duration bound) {
        Drain drain = new Drain(done, bound);
        drains.add(drain);
        done.whenComplete((nothing, failure) -> drains.remove(drain));
    }

    /** Waits for the sessions that still end, then ends everything. Called by Declarative Services. */
    @Deactivate
    void stop() {
        drains.forEach(ProxyRuntime::await);
        clock.shutdownNow();
        blocking.shutdownNow();
        resolver.close();
        transport.close();
        tls.close();
        LOG.info("proxy event=stop");
    }

    private static void await(Drain drain) {
        try {
            drain.done().get(drain.bound().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warn("proxy event=drain-late reason=\"sessions did not end in time\"");
        } catch (ExecutionException failed) {
            LOG.warn("proxy event=drain-failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
