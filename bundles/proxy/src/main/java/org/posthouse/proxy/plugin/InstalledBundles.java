package org.posthouse.proxy.plugin;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The bundles of the framework we run in. */
final class InstalledBundles implements InstalledPlugins {

    private final BundleContext context;
    private final Path folder;
    private final Obstacles obstacles;
    private final Services services;

    InstalledBundles(BundleContext context, Path folder, ServiceComponentRuntime components, LongPredicate followed) {
        this.context = context;
        this.folder = folder.toAbsolutePath().normalize();
        this.obstacles = new Obstacles(context, this::ships);
        this.services = new Services(context, components, followed, this::word, this::ships);
    }

    @Override
    public Optional<Plugin> find(Path jar) {
        Path wanted = jar.toAbsolutePath().normalize();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> location(bundle).filter(wanted::equals).isPresent())
                .findFirst()
                .map(bundle -> new InstalledBundle(bundle, obstacles, services));
    }

    @Override
    public Optional<String> twin(String symbolicName, String version) {
        return Arrays.stream(context.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName())
                        && version.equals(b.getVersion().toString()))
                .map(this::word)
                .findFirst();
    }

    /** True if it doesn't come from the plugin folder. */
    private boolean ships(Bundle bundle) {
        return location(bundle).filter(path -> path.startsWith(folder)).isEmpty();
    }

    /** The file's name for what lies in the plugin folder, else what it is called. */
    private String word(Bundle bundle) {
        return location(bundle)
                .filter(path -> path.startsWith(folder))
                .map(path -> String.valueOf(path.getFileName()))
                .orElse("the installation");
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
}
