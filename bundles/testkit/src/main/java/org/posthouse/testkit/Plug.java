package org.posthouse.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.posthouse.intercept.InterceptorFactory;

/**
 * An interceptor as it is plugged in: its factory, its service properties and what the listener's file says of its id.
 * Immutable: every method gives another one.
 */
public final class Plug {

    private final String id;
    private final Supplier<? extends InterceptorFactory> factory;
    private final Map<String, Object> properties;
    private final Map<String, String> settings;
    private final boolean required;

    private Plug(
            String id,
            Supplier<? extends InterceptorFactory> factory,
            Map<String, Object> properties,
            Map<String, String> settings,
            boolean required) {
        this.id = id;
        this.factory = factory;
        this.properties = Map.copyOf(properties);
        this.settings = Map.copyOf(settings);
        this.required = required;
    }

    /**
     * One factory for the whole test. With {@link Testkit#everySplit()} it serves every run; state that it keeps beyond a
     * session calls for {@link #of(String, Supplier)}.
     */
    public static Plug of(String id, InterceptorFactory factory) {
        return of(id, () -> factory);
    }

    /** A fresh factory each time that it is plugged in: at the start, by an update, and for each run of a script. */
    public static Plug of(String id, Supplier<? extends InterceptorFactory> factory) {
        return new Plug(id, factory, Map.of(InterceptorFactory.ID, id), Map.of(), false);
    }

    /** {@code imap.interceptor.role = observe}: only looks, fails open by default. Without it the role is mutate. */
    public Plug observing() {
        return property(InterceptorFactory.ROLE, InterceptorFactory.OBSERVE);
    }

    /** {@code imap.interceptor.requires = start}: joins new sessions only. */
    public Plug newSessionsOnly() {
        return property(InterceptorFactory.REQUIRES, "start");
    }

    /** The instance of a factory configuration: its slot is {@code id:instance}. */
    public Plug instance(String instance) {
        return property("instance", instance);
    }

    /** {@code service.ranking}: of several with one id the highest serves. */
    public Plug ranking(int ranking) {
        return property("service.ranking", ranking);
    }

    /** Any other service property. */
    public Plug property(String name, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(name, value);
        return new Plug(id, factory, more, settings, required);
    }

    /** The listener names it without a question mark: while it is not there, no session begins. */
    public Plug required() {
        return new Plug(id, factory, properties, settings, true);
    }

    /** {@code interceptor.ID.failure = open}. */
    public Plug failsOpen() {
        return setting("failure", "open");
    }

    /** {@code interceptor.ID.failure = closed}. */
    public Plug failsClosed() {
        return setting("failure", "closed");
    }

    /** A key of the listener's file for this id: {@code deferral}, {@code budget}, {@code failure}. */
    public Plug setting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Plug(id, factory, properties, more, required);
    }

    /** The same in every respect, with another factory: an update. */
    Plug with(Supplier<? extends InterceptorFactory> other) {
        return new Plug(id, other, properties, settings, required);
    }

    /** {@code id} or {@code id:instance}, as listeners name it. */
    String slot() {
        return id
                + Optional.ofNullable(properties.get("instance"))
                        .map(i -> ":" + i)
                        .orElse("");
    }

    /** As it stands in the listener's {@code interceptors}. */
    String reference() {
        return required ? slot() : slot() + "?";
    }

    InterceptorFactory factory() {
        return factory.get();
    }

    Map<String, Object> properties(long service) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.id", service);
        return all;
    }

    Map<String, String> settings() {
        Map<String, String> keys = new LinkedHashMap<>();
        settings.forEach((key, value) -> keys.put("interceptor." + slot() + "." + key, value));
        return keys;
    }
}
