package org.posthouse.proxy.chain;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.posthouse.intercept.InterceptorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows every {@link InterceptorFactory} service, keyed by service id, and tells the chains of the listeners. Needs no
 * framework: whoever calls {@link #bind} and {@link #unbind} is the registry.
 *
 * <p>Thread-safe; called by Declarative Services from any thread. {@code unbind} returns when no loop will call
 * the leaving interceptor any more (in total at most 2 s for one stop of a bundle, and not when it is itself called on an
 * event loop): a service is unregistered before its component is deactivated, so no new call comes after
 * {@code @Deactivate}. A loop that is blocked for longer is reported with its stack, and calls nothing of it afterwards.
 */
@Component(service = InterceptorTracker.class, immediate = true)
public final class InterceptorTracker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InterceptorTracker.class);

    private final List<ListenerChain> chains = new CopyOnWriteArrayList<>();
    private final Watchdog watchdog = new Watchdog();
    private final BundleStops stops = new BundleStops();
    private final LongSupplier nanos;
    private List<Registered> available = List.of();

    /** On the system's clock. */
    public InterceptorTracker() {
        this(System::nanoTime);
    }

    /** On a clock of one's own, for the grace of guards and for quarantine. */
    public InterceptorTracker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Ends the watch over the loops. Called by Declarative Services. */
    @Deactivate
    @Override
    public void close() {
        watchdog.close();
    }

    /** A service came. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updated",
            unbind = "unbind")
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        Announced.read(factory, properties, new Lease(), 0).ifPresent(r -> {
            stops.started(r.bundleId());
            change(r.serviceId(), Optional.of(r));
            LOG.info("interceptor id={} event=joined service={} ranking={}", r.id(), r.serviceId(), r.ranking());
        });
    }

    /** Its properties changed: its place in the order may be another, and its interest in open sessions. */
    public void updated(InterceptorFactory factory, Map<String, ?> properties) {
        long service = Announced.serviceId(properties);
        Optional<Registered> before = find(service);
        Lease lease = before.map(Registered::lease).orElseGet(Lease::new);
        long count = before.map(Registered::change).orElse(0L) + 1;
        change(service, Announced.read(factory, properties, lease, count));
        LOG.info("interceptor id={} event=updated service={}", properties.get(InterceptorFactory.ID), service);
    }

    /** A service goes. */
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        long service = Announced.serviceId(properties);
        Optional<Registered> leaving = find(service);
        List<CompletableFuture<Void>> acknowledgements = change(service, Optional.empty());
        leaving.ifPresent(r -> await(r, acknowledgements));
        LOG.info("interceptor id={} event=left service={}", properties.get(InterceptorFactory.ID), service);
    }

    /** Whether the service of this id is known to the chains. Any thread. */
    public boolean follows(long service) {
        return find(service).isPresent();
    }

    LongSupplier nanos() {
        return nanos;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** Adds a listener's chain and gives it what is there. */
    void subscribe(ListenerChain chain) {
        chains.add(chain);
        chain.refresh();
    }

    void unsubscribe(ListenerChain chain) {
        chains.remove(chain);
    }

    /** The services that are there, in order. */
    synchronized List<Registered> available() {
        return available;
    }

    private Optional<Registered> find(long service) {
        return available().stream().filter(r -> r.serviceId() == service).findFirst();
    }

    private List<CompletableFuture<Void>> change(long serviceId, Optional<Registered> now) {
        synchronized (this) {
            List<Registered> next = new ArrayList<>(available);
            next.removeIf(r -> r.serviceId() == serviceId);
            now.ifPresent(next::add);
            next.sort(Registered.ORDER);
            available = List.copyOf(next);
        }
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
        chains.forEach(c -> acknowledgements.addAll(c.refresh()));
        return acknowledgements;
    }

    /** A bundle was taken out for good: nobody waits for a successor of its interceptors but where a listener names them. */
    public void uninstalled(long bundle) {
        chains.forEach(c -> c.uninstalled(bundle));
    }

    private void await(Registered leaving, List<CompletableFuture<Void>> acknowledgements) {
        if (Thread.currentThread() instanceof FastThreadLocalThread) {
            return; // an event loop must not wait for itself
        }
        long begun = System.nanoTime();
        CompletableFuture<Void> all = CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new));
        try {
            all.get(stops.left(leaving.bundleId(), begun), TimeUnit.NANOSECONDS);
        } catch (TimeoutException blocked) {
            leaving.lease().end();
            report(leaving);
        } catch (InterruptedException e) {
            leaving.lease().end();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("interceptor id={} event=leave-failed", leaving.id(), e.getCause());
        }
        long now = System.nanoTime();
        stops.waited(leaving.bundleId(), now - begun, now);
    }

    private void report(Registered leaving) {
        LOG.warn("interceptor id={} event=leave-timeout reason=\"an event loop is blocked\"", leaving.id());
        watchdog.calling(leaving)
                .forEach(loop -> LOG.warn(
                        "interceptor id={} event=still-running loop={} stack=\"{}\"",
                        leaving.id(),
                        loop.name(),
                        Watchdog.line(loop.stack())));
    }
}
