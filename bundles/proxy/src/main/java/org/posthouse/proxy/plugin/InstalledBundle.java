package org.posthouse.proxy.plugin;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.posthouse.proxy.plugin.InstalledPlugins.Plugin;

/** A bundle that was installed from a jar of the plugin folder. */
record InstalledBundle(Bundle bundle, Obstacles obstacles, Services services) implements Plugin {

    @Override
    public String name() {
        return Optional.ofNullable(bundle.getSymbolicName()).orElse("") + "/" + bundle.getVersion();
    }

    @Override
    public long stamp() {
        return bundle.getLastModified();
    }

    @Override
    public boolean running() {
        int state = bundle.getState();
        return state == Bundle.ACTIVE
                || state == Bundle.RESOLVED && fragment(bundle)
                || state == Bundle.STARTING && lazy();
    }

    private boolean lazy() {
        return Optional.ofNullable(bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY))
                .filter(policy -> policy.startsWith(Constants.ACTIVATION_LAZY))
                .isPresent();
    }

    static boolean fragment(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class))
                .filter(revision -> (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0)
                .isPresent();
    }

    @Override
    public Finding service() {
        return services.of(bundle);
    }

    @Override
    public Optional<Finding> obstacle() {
        return obstacles.of(bundle);
    }

    @Override
    public Optional<String> start() {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return Optional.empty();
        } catch (BundleException | IllegalStateException failed) {
            Throwable cause = failed.getCause();
            return Optional.of(failed.getMessage() + (cause == null ? "" : ": " + cause));
        }
    }
}
