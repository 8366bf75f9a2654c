package org.posthouse.proxy.listener;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/** The bundles of the framework we run in. */
final class InstalledBundles implements InstalledPlugins {

    private final BundleContext context;

    InstalledBundles(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<Plugin> find(Path jar) {
        Path wanted = jar.toAbsolutePath().normalize();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> location(bundle).filter(wanted::equals).isPresent())
                .findFirst()
                .map(InstalledBundle::new);
    }

    /** FileInstall's location is the file's URI; other installers' are none of our concern. */
    private static Optional<Path> location(Bundle bundle) {
        try {
            return Optional.of(
                    Path.of(URI.create(bundle.getLocation())).toAbsolutePath().normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> twin(String symbolicName, String version) {
        return Arrays.stream(context.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName())
                        && version.equals(b.getVersion().toString()))
                .map(Bundle::getLocation)
                .findFirst();
    }

    private record InstalledBundle(Bundle bundle) implements Plugin {

        @Override
        public boolean running() {
            int state = bundle.getState();
            return state == Bundle.ACTIVE
                    || state == Bundle.RESOLVED && fragment()
                    || state == Bundle.STARTING
                            && header(Constants.BUNDLE_ACTIVATIONPOLICY).startsWith("lazy");
        }

        private boolean fragment() {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        }

        @Override
        public boolean serving() {
            return header("Service-Component").isEmpty() || bundle.getRegisteredServices() != null;
        }

        @Override
        public String state() {
            return switch (bundle.getState()) {
                case Bundle.ACTIVE -> "active";
                case Bundle.RESOLVED -> "resolved";
                case Bundle.STARTING -> "starting";
                case Bundle.STOPPING -> "stopping";
                default -> "installed";
            };
        }

        @Override
        public Optional<String> start() {
            if (fragment()) {
                return Optional.of("it is a fragment, and its host is missing or was wired before it came");
            }
            try {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                return Optional.empty();
            } catch (BundleException | IllegalStateException failed) {
                Throwable cause = failed.getCause();
                return Optional.of(failed.getMessage() + (cause == null ? "" : ": " + cause));
            }
        }

        private String header(String name) {
            return Optional.ofNullable(bundle.getHeaders().get(name)).orElse("");
        }
    }
}
