package org.posthouse.proxy.listener;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.posthouse.admin.ListenerState;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.Fault;
import org.posthouse.proxy.config.ListenerSettingsReader;
import org.posthouse.proxy.session.ListenerSessions;

/**
 * A proxy without a framework: what Declarative Services put together elsewhere, put together by hand. Loads no class of
 * OSGi's. Thread-safe; every method waits, so none may be called on an event loop.
 */
public final class Standalone implements AutoCloseable {

    private static final String PID = "org.posthouse.listener~";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration JOINING = Duration.ofSeconds(2);

    private final InterceptorTracker interceptors = new InterceptorTracker();
    private final ListenerRegister register = new ListenerRegister();
    private final Map<String, ListenerComponent> listeners = new LinkedHashMap<>();
    private final ProxyRuntime runtime = new ProxyRuntime(interceptors);
    private final Path folder;
    private boolean closed;

    /**
     * Starts threads; opens nothing yet.
     *
     * @param folder where relative file names in listeners' keys start
     */
    public Standalone(Path folder) {
        this.folder = folder;
    }

    /** Where interceptors are unbound; {@link #bind} them here. */
    public InterceptorTracker interceptors() {
        return interceptors;
    }

    /**
     * Binds an interceptor and waits until open sessions have it, at most two seconds for an event loop that is blocked.
     *
     * @param properties as its service would have them, service id and bundle id included
     */
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        interceptors.bind(factory, properties);
        await(runtime.fence(), JOINING);
    }

    /** How the listeners stand. */
    public ListenerRegister register() {
        return register;
    }

    /**
     * Opens a listener, or changes one that there is, for open sessions too. Of a change what can't be done leaves all as
     * it was, in one line of the log.
     *
     * @return why it can't be, in lines for people; empty if it is done
     */
    public synchronized List<String> listen(String name, Map<String, ?> keys) {
        if (closed) {
            return List.of("the proxy is closed");
        }
        List<String> faults = faults(name, keys);
        if (!faults.isEmpty()) {
            return faults;
        }
        Map<String, Object> raw = raw(name, keys);
        if (listeners.containsKey(name)) {
            await(listeners.get(name).configure(raw), PATIENCE);
            return List.of();
        }
        return open(name, raw);
    }

    private List<String> open(String name, Map<String, Object> raw) {
        Opening opening = new Opening();
        listeners.put(
                name,
                new ListenerComponent(
                        runtime,
                        register,
                        CompletableFuture.completedFuture(null),
                        Sessions.of(new ListenerSessions(name, interceptors, runtime.numbers(name))),
                        opening,
                        Optional.of(folder.toString()),
                        raw));
        ListenerState state = await(opening.settled(), PATIENCE).orElse(ListenerState.OPENING);
        if (state == ListenerState.OPEN) {
            return List.of();
        }
        remove(name);
        return List.of("listener=" + name + " state=" + state.word() + " listen=" + raw.get("listen"));
    }

    private List<String> faults(String name, Map<String, ?> keys) {
        return new ListenerSettingsReader()
                .read(name, PID + name, keys, folder)
                .match(
                        valid -> List.of(),
                        faulty -> faulty.faults().stream().map(Fault::toString).toList());
    }

    private static Map<String, Object> raw(String name, Map<String, ?> keys) {
        Map<String, Object> raw = new HashMap<>(keys);
        raw.put("service.pid", PID + name);
        return raw;
    }

    /** Closes a listener's port before it returns; its sessions drain behind it. False if there is none of this name. */
    public synchronized boolean remove(String name) {
        Optional<ListenerComponent> gone = Optional.ofNullable(listeners.remove(name));
        gone.ifPresent(ListenerComponent::deactivate);
        return gone.isPresent();
    }

    /** Closes all ports, waits for the sessions for as long as {@code timeout.drain} says, and ends every thread. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            List.copyOf(listeners.keySet()).forEach(this::remove);
            runtime.stop();
            interceptors.close();
        }
    }

    private static <T> Optional<T> await(CompletableFuture<T> result, Duration bound) {
        try {
            return Optional.ofNullable(result.get(bound.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException late) {
            return Optional.empty();
        }
    }
}
