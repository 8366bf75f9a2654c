package org.posthouse.run.embed.felix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** An application that has a framework inside, and in it the proxy. */
public final class FelixHost implements AutoCloseable {

    private final Framework framework;

    /** Starts an empty framework, which gets SLF4J and the API of Config Admin from the application. */
    public FelixHost(Path storage) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,org.slf4j.helpers;version=2.0.17,"
                                + "org.slf4j.spi;version=2.0.17,org.osgi.service.cm;version=1.6.0"));
        framework.start();
    }

    /** Installs bundles, then starts them; fragments find their hosts by themselves. */
    public List<Bundle> install(List<Path> jars) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars) {
            installed.add(context().installBundle(jar.toUri().toString()));
        }
        for (Bundle bundle : installed) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
        return installed;
    }

    /** Makes the listener, or changes it; the keys are those of its file, relative paths start in the working directory. */
    public void listen(String name, Map<String, String> keys) throws IOException {
        ServiceReference<ConfigurationAdmin> admin = context().getServiceReference(ConfigurationAdmin.class);
        context()
                .getService(admin)
                .getFactoryConfiguration("org.posthouse.listener", name, "?")
                .update(FrameworkUtil.asDictionary(keys));
    }

    /** Its port once it is open; 0 until then. */
    public int port(String name) throws InvalidSyntaxException {
        ServiceReference<?>[] listeners =
                context().getAllServiceReferences(null, "(org.posthouse.listener=" + name + ")");
        if (listeners == null || listeners[0].getProperty("org.posthouse.listener.address") == null) {
            return 0;
        }
        String address =
                listeners[0].getProperty("org.posthouse.listener.address").toString();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(30_000);
    }
}
