package org.posthouse.itest.container;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Ports;

/** The container as seen from inside, by a test that runs in it. */
final class Container {
    private static final int BEGINNING = 20;

    private final BundleContext context;

    private Container(BundleContext context) {
        this.context = context;
    }

    /** The container that this class was loaded in, at the start level to which the launcher takes it. */
    static Container here() {
        Bundle probe = FrameworkUtil.getBundle(Container.class);
        if (probe == null) {
            throw new AssertionError("not inside a container");
        }
        Container container = new Container(probe.getBundleContext());
        container.raise();
        return container;
    }

    /** Pax Exam leaves the framework at level 5 whatever it was told; there the proxy doesn't run yet. */
    private void raise() {
        FrameworkStartLevel level = context.getBundle(0).adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() < BEGINNING) {
            // The level is told before its bundles have started, the event comes behind them.
            CountDownLatch there = new CountDownLatch(1);
            level.setStartLevel(BEGINNING, event -> there.countDown());
            Await.until("start level " + BEGINNING, () -> there.getCount() == 0);
        }
    }

    BundleContext context() {
        return context;
    }

    /** The bundle with that symbolic name. */
    Optional<Bundle> bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** A service that must be there, from whatever bundle. */
    <S> S service(Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new AssertionError("no service " + type.getName());
        }
        return context.getService(reference);
    }

    /** Registers a service of the test. */
    <S> ServiceRegistration<S> register(Class<S> type, S service, Map<String, ?> properties) {
        return context.registerService(type, service, FrameworkUtil.asDictionary(properties));
    }

    /** Makes a listener through Configuration Admin and waits for its port. */
    Configuration open(Listener listener) throws IOException {
        Configuration configuration =
                service(ConfigurationAdmin.class).createFactoryConfiguration("org.posthouse.listener", "?");
        change(configuration, listener);
        Await.until("the port of " + listener.name(), () -> Ports.open(listener.port()));
        return configuration;
    }

    /** Replaces the properties of a listener's configuration. */
    void change(Configuration configuration, Listener listener) throws IOException {
        Map<String, String> keys = new HashMap<>(listener.keys());
        keys.put("felix.fileinstall.filename", "file:/nowhere/" + listener.file());
        configuration.update(FrameworkUtil.asDictionary(keys));
    }

    /** The state that the proxy announces for a listener of that name; empty when it announces none. */
    Optional<String> state(String listener) {
        try {
            ServiceReference<?>[] found =
                    context.getAllServiceReferences(null, "(org.posthouse.listener=" + listener + ")");
            return Optional.ofNullable(found)
                    .map(all -> String.valueOf(all[0].getProperty("org.posthouse.listener.state")));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Bundles that don't run although they should, each with its reason. */
    Map<String, String> asleep() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .collect(Collectors.toMap(Bundle::getSymbolicName, Container::reason));
    }

    private static String reason(Bundle bundle) {
        try {
            bundle.start();
            return "was not started, state " + bundle.getState();
        } catch (BundleException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
