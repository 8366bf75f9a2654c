package org.posthouse.embed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.posthouse.proxy.listener.Standalone;

/** One place in the chains, whoever holds it. */
final class Place implements Plugged {

    private record Holder(Plugin plugin, Map<String, Object> properties) {}

    private final Standalone proxy;
    private final AtomicLong numbers;
    private final long owner;
    private Optional<Holder> holder = Optional.empty();

    /**
     * Puts a plugin in.
     *
     * @param numbers tells services of one proxy apart
     */
    Place(Standalone proxy, AtomicLong numbers, Plugin plugin) {
        this.proxy = proxy;
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
            proxy.interceptors().uninstalled(owner);
        }
    }

    private void enter(Plugin plugin) {
        Map<String, Object> properties = plugin.properties(numbers.incrementAndGet(), owner);
        holder = Optional.of(new Holder(plugin, properties));
        proxy.bind(plugin.factory(), properties);
    }

    private void leave() {
        Holder leaving = holder.orElseThrow();
        holder = Optional.empty();
        proxy.interceptors().unbind(leaving.plugin().factory(), leaving.properties());
    }
}
