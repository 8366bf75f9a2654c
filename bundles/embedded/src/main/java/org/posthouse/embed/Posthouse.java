package org.posthouse.embed;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import org.posthouse.admin.Administration;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.proxy.listener.Standalone;
import org.posthouse.proxy.plugin.PluginWatch;
import org.posthouse.proxy.status.LiveStatus;
import org.posthouse.proxy.status.UnreadFiles;

/**
 * A running proxy. Made by {@link #builder()}, ended by {@link #close()}; thread-safe, but see the package for who may call.
 *
 * <p>Log lines go to slf4j under {@code org.posthouse}; which back-end, if any, is the application's choice.
 */
public final class Posthouse implements AutoCloseable {

    private final AtomicLong numbers = new AtomicLong();
    private final Standalone proxy;
    private final PluginWatch nothing = PluginWatch.none();
    private final LiveStatus status;

    Posthouse(Path folder) {
        this.proxy = new Standalone(folder);
        this.status = new LiveStatus(proxy.register(), new UnreadFiles(), nothing);
    }

    /** What to start with. */
    public static PosthouseBuilder builder() {
        return new PosthouseBuilder();
    }

    /**
     * Opens one more listener, or changes the one of that name: open sessions stay and take what is live, new ones take all. A changed
     * port opens before the old one closes; if it can't be had, all stays as it was, in one line of the log.
     *
     * @throws Refused if the keys are wrong, or a new listener can't have its port
     */
    public void listen(String name, ListenerKeys keys) {
        List<String> reasons = proxy.listen(name, keys.asMap());
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    /** Closes a listener's port before it returns; its sessions are told BYE behind it. False if there is none of that name. */
    public boolean remove(String listener) {
        return proxy.remove(listener);
    }

    /**
     * The port on which a listener accepts, the one that the system chose for port 0.
     *
     * @throws NoSuchElementException if there is no listener of this name, or its port isn't open
     */
    public int port(String listener) {
        String address = proxy.register().status().stream()
                .filter(one -> one.name().equals(listener))
                .map(ListenerStatus::address)
                .filter(open -> !open.isEmpty())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no open port of listener " + listener));
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /**
     * Puts an interceptor into the chains, where the listeners' {@code interceptors} want it; when this returns open sessions have it,
     * but for those of an event loop that is blocked for more than two seconds.
     */
    public Plugged plug(Plugin plugin) {
        return new Place(proxy, numbers, plugin);
    }

    /** How it does: the service that consoles and shells have in a container. Usable until {@link #close()}. */
    public Administration administration() {
        return status;
    }

    /**
     * Closes every port, says BYE to the sessions at their next message boundary, waits for them as long as each listener's
     * {@code timeout.drain} says (10 s) and a few seconds more at most, and ends all threads. Never call it from an interceptor.
     */
    @Override
    public void close() {
        proxy.close();
        status.stop();
        nothing.stop();
    }
}
