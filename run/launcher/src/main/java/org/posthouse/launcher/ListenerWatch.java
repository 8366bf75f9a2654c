package org.posthouse.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Watches the first attempt of each listener to open its port, through the {@code Supplier} services that the proxy registers (properties
 * {@code org.posthouse.listener} and {@code org.posthouse.listener.state}). When every listener has tried and none is open, the process is
 * of no use and the verdict is called, once. From the first open port on nothing is judged any more.
 */
final class ListenerWatch implements ServiceTrackerCustomizer<Supplier<?>, String> {
    private static final String NAME = "org.posthouse.listener";
    private static final String STATE = "org.posthouse.listener.state";
    private static final Set<String> SETTLED = Set.of("failed", "taken", "invalid");
    private final Map<String, String> states = new HashMap<>();
    private final int expected;
    private final Consumer<ExitCode> useless;
    private boolean judged;

    /**
     * @param expected how many listeners the configuration check found usable
     */
    ListenerWatch(int expected, Consumer<ExitCode> useless) {
        this.expected = expected;
        this.useless = useless;
    }

    void open(BundleContext context) throws Refusal {
        try {
            new ServiceTracker<>(
                            context,
                            context.createFilter("(&(objectClass=java.util.function.Supplier)(" + NAME + "=*))"),
                            this)
                    .open(true);
        } catch (org.osgi.framework.InvalidSyntaxException impossible) {
            throw new Refusal(ExitCode.SOFTWARE, impossible.toString());
        }
    }

    @Override
    public String addingService(ServiceReference<Supplier<?>> reference) {
        String name = text(reference, NAME);
        see(name, text(reference, STATE));
        return name;
    }

    @Override
    public void modifiedService(ServiceReference<Supplier<?>> reference, String name) {
        see(name, text(reference, STATE));
    }

    @Override
    public void removedService(ServiceReference<Supplier<?>> reference, String name) {
        forget(name);
    }

    /** Takes in a listener's state; called by whatever thread the proxy registers its services on. */
    void see(String name, String state) {
        verdict(name, state).ifPresent(useless);
    }

    private synchronized Optional<ExitCode> verdict(String name, String state) {
        states.put(name, state);
        judged |= "open".equals(state);
        if (judged || states.size() < expected || !SETTLED.containsAll(states.values())) {
            return Optional.empty();
        }
        judged = true;
        boolean configuration = Set.of("invalid").containsAll(states.values());
        return Optional.of(configuration ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE);
    }

    private synchronized void forget(String name) {
        states.remove(name);
    }

    private static String text(ServiceReference<?> reference, String key) {
        return Optional.ofNullable(reference.getProperty(key))
                .map(Object::toString)
                .orElse("");
    }
}
