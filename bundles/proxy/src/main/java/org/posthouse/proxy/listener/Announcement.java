package org.posthouse.proxy.listener;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.posthouse.admin.ListenerState;

/**
 * Tells whoever looks how a listener stands: a {@link Supplier} of the state's word as service, with the properties
 * {@code org.posthouse.listener}, {@code .state} and, while a port is open, {@code .address} (with the port that the
 * system chose for port 0). Thread-safe; silent after {@link #withdraw()}.
 */
final class Announcement implements StateSink {

    private final String listener;
    private final ServiceRegistration<?> registration;
    private boolean withdrawn;
    private volatile ListenerState state = ListenerState.OPENING;

    Announcement(BundleContext context, String listener) {
        this.listener = listener;
        Supplier<String> word = () -> state.word();
        this.registration = context.registerService(Supplier.class, word, properties(""));
    }

    @Override
    public synchronized void tell(ListenerState now, String address) {
        if (!withdrawn) {
            state = now;
            registration.setProperties(properties(address));
        }
    }

    @Override
    public synchronized void withdraw() {
        if (!withdrawn) {
            withdrawn = true;
            registration.unregister();
        }
    }

    private Dictionary<String, Object> properties(String address) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("org.posthouse.listener", listener);
        properties.put("org.posthouse.listener.state", state.word());
        if (!address.isEmpty()) {
            properties.put("org.posthouse.listener.address", address);
        }
        return FrameworkUtil.asDictionary(properties);
    }
}
