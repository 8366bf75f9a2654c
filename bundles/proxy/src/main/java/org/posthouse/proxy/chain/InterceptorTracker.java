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
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.posthouse.intercept.InterceptorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows every {@link InterceptorFactory} service, keyed by service id, and tells the chains of the listeners.
 *
 * <p>Thread-safe; called by Declarative Services from any thread. {@code unbind} returns when no loop will call
 * the leaving interceptor any more (at most 2 s, and not when it is itself called on an event loop): a service is
 * unregistered before its component is deactivated, so no call comes after {@code @Deactivate}.
 */
@Component(service = InterceptorTracker.class, immediate = true)
public final class InterceptorTracker {

    private static final Logger LOG = LoggerFactory.getLogger(InterceptorTracker.class);
    private static final long LEAVE_SECONDS = 2;

    private final List<ListenerChain> chains = new CopyOnWriteArrayList<>();
    private List<Registered> available = List.of();

    /** A service came. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updated",
            unbind = "unbind")
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        Optional<Registered> registered = read(factory, properties);
        registered.ifPresent(r -> {
            change(r.serviceId(), registered);
            LOG.info("interceptor id={} event=joined service={} ranking={}", r.id(), r.serviceId(), r.ranking());
        });
    }

    /** Its properties changed: the place in the order may be another. */
    public void updated(InterceptorFactory factory, Map<String, ?> properties) {
        await(change(serviceId(properties), read(factory, properties)));
    }

    /** A service goes. */
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        await(change(serviceId(properties), Optional.empty()));
        LOG.info(
                "interceptor id={} event=left service={}",
                properties.get(InterceptorFactory.ID),
                serviceId(properties));
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

    private static void await(List<CompletableFuture<Void>> acknowledgements) {
        if (Thread.currentThread() instanceof FastThreadLocalThread) {
            return; // an event loop must not wait for itself
        }
        try {
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException blocked) {
            LOG.warn("interceptor event=leave-timeout seconds={} reason=\"an event loop is blocked\"", LEAVE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("interceptor event=leave-failed", e.getCause());
        }
    }

    private static Optional<Registered> read(InterceptorFactory factory, Map<String, ?> properties) {
        String id = text(properties, InterceptorFactory.ID);
        if (id.isBlank()) {
            LOG.error(
                    "interceptor service={} event=ignored reason=\"no property {}\"",
                    serviceId(properties),
                    InterceptorFactory.ID);
            return Optional.empty();
        }
        String instance = text(properties, "instance");
        boolean mutate = !InterceptorFactory.OBSERVE.equals(text(properties, InterceptorFactory.ROLE));
        boolean startOnly = "start".equals(text(properties, InterceptorFactory.REQUIRES));
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer r ? r : 0;
        return Optional.of(new Registered(
                instance.isEmpty() ? id : id + ":" + instance,
                mutate,
                startOnly,
                ranking,
                serviceId(properties),
                factory));
    }

    private static String text(Map<String, ?> properties, String key) {
        return properties.get(key) instanceof String s ? s.trim() : "";
    }

    private static long serviceId(Map<String, ?> properties) {
        return properties.get(Constants.SERVICE_ID) instanceof Long id ? id : -1;
    }
}
