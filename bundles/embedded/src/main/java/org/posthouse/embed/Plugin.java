package org.posthouse.embed;

import java.util.HashMap;
import java.util.Map;
import org.posthouse.intercept.InterceptorFactory;

/**
 * An interceptor as it is put into the chains: what its OSGi service would say of itself. Immutable: every method gives
 * another one.
 */
public final class Plugin {

    private final InterceptorFactory factory;
    private final Map<String, Object> properties;

    private Plugin(InterceptorFactory factory, Map<String, Object> properties) {
        this.factory = factory;
        this.properties = Map.copyOf(properties);
    }

    /**
     * One that only looks: when it fails, sessions go on without it.
     *
     * @param id by which listeners name it, {@code [a-z0-9-]+}
     */
    public static Plugin observing(String id, InterceptorFactory factory) {
        return deciding(id, factory).with(InterceptorFactory.ROLE, InterceptorFactory.OBSERVE);
    }

    /**
     * One that may decide: when it fails, what it covers is refused.
     *
     * @param id by which listeners name it, {@code [a-z0-9-]+}
     */
    public static Plugin deciding(String id, InterceptorFactory factory) {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("an id is of a-z, 0-9 and -: " + id);
        }
        return new Plugin(factory, Map.of(InterceptorFactory.ID, id));
    }

    /** Sessions go on without it when it fails, unless the listener's {@code interceptor.ID.failure} says otherwise. */
    public Plugin failingOpen() {
        return with(InterceptorFactory.FAILURE, "open");
    }

    /** What it covers is refused when it fails, unless the listener's {@code interceptor.ID.failure} says otherwise. */
    public Plugin failingClosed() {
        return with(InterceptorFactory.FAILURE, "closed");
    }

    /** Joins new sessions only. */
    public Plugin newSessionsOnly() {
        return with(InterceptorFactory.REQUIRES, "start");
    }

    /**
     * May rewrite what a FETCH says of a message's content.
     *
     * @param answers what it answers for sizes, structure and partial fetches, in words; see {@link
     *     InterceptorFactory#CHANGES_CONTENT}
     */
    public Plugin changingContent(String answers) {
        return with(InterceptorFactory.CHANGES_CONTENT, answers);
    }

    /** The higher, the earlier among those that a listener's {@code *} stands for; 0 if nothing is said. */
    public Plugin ranking(int ranking) {
        return with("service.ranking", ranking);
    }

    private Plugin with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new Plugin(factory, more);
    }

    InterceptorFactory factory() {
        return factory;
    }

    /** As a registry would give them, numbers included. */
    Map<String, Object> properties(long service, long owner) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.id", service);
        all.put("service.bundleid", owner);
        return all;
    }
}
