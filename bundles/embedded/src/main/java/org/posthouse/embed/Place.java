package org.posthouse.embed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.posthouse.proxy.chain.InterceptorTracker;

/** One place in the chains, whoever holds it. */
final class Place implements Plugged {

    private record Holder(Plugin plugin, Map<String, Object> properties) {}

    private final InterceptorTracker tracker;
    private final AtomicLong numbers;
    private final long owner;
    private Optional<Holder> holder = Optional.empty();

    /**
     * Puts a plugin in.
     *
     * @param numbers tells services of one tracker apart
     */
    Place(InterceptorTracker tracker, AtomicLong numbers, Plugin plugin) {
        this.tracker = tracker;
        this.numbers = numbers;
        this.owner = numbers.incrementAndGet();
        enter(plugin);
    }

    @Override
    public synchronized void replace(Plugin successor) {
        if (holder.isEmpty()) {
            throw new IllegalStateException("the interceptor was removed");
        }
        leave();
        enter(successor);
    }

    @Override
    public synchronized void close() {
        if (holder.isPresent()) {
            leave();
            tracker.uninstalled(owner);
        }
    }

    private void enter(Plugin plugin) {
        Map<String, Object> properties = plugin.properties(numbers.incrementAndGet(), owner);
        holder = Optional.of(new Holder(plugin, properties));
        tracker.bind(plugin.factory(), properties);
    }

    private void leave() {
        Holder leaving = holder.orElseThrow();
        holder = Optional.empty();
        tracker.unbind(leaving.plugin().factory(), leaving.properties());
    }
}
