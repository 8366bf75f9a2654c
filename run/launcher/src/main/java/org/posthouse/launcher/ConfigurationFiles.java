package org.posthouse.launcher;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The configuration files that lie there at start. FileInstall reads them on a thread of its own; a plugin that starts before that runs on
 * its defaults for a moment, and a guard's defaults guard nothing.
 */
final class ConfigurationFiles {
    private static final String ADMIN = "org.osgi.service.cm.ConfigurationAdmin";
    private static final String CONFIGURATION = "org.osgi.service.cm.Configuration";
    private static final String FILE = "felix.fileinstall.filename";
    private static final long STEP_NANOS = 5_000_000;

    private final Path folder;
    private final BundleContext context;

    ConfigurationFiles(Path folder, BundleContext context) {
        this.folder = folder;
        this.context = context;
    }

    /**
     * Waits until Configuration Admin has all of them, while it is worth waiting.
     *
     * @return those that it hasn't got: they can't be read, the log of FileInstall says why
     */
    List<String> awaitRead(Duration bound, BooleanSupplier worth) {
        Set<String> files = files();
        long end = System.nanoTime() + bound.toNanos();
        files.removeAll(known());
        while (!files.isEmpty() && worth.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP_NANOS);
            files.removeAll(known());
        }
        return files.stream().sorted().toList();
    }

    private Set<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return new HashSet<>(all.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(FrameworkProperties.WATCHED) && !name.endsWith(".jar"))
                    .toList());
        } catch (IOException unreadable) {
            return new HashSet<>();
        }
    }

    /** By reflection: the launcher's class path has no Configuration Admin, and must not have one. */
    private Set<String> known() {
        Optional<ServiceReference<?>> reference = Optional.ofNullable(context.getServiceReference(ADMIN));
        return reference.map(this::read).orElse(Set.of());
    }

    private Set<String> read(ServiceReference<?> reference) {
        try {
            Object admin = context.getService(reference);
            Method list = reference.getBundle().loadClass(ADMIN).getMethod("listConfigurations", String.class);
            Method properties = reference.getBundle().loadClass(CONFIGURATION).getMethod("getProperties");
            Object[] all = (Object[]) list.invoke(admin, new Object[] {null});
            Set<String> names = new HashSet<>();
            for (Object each : Optional.ofNullable(all).map(Arrays::asList).orElse(List.of())) {
                Dictionary<?, ?> said = (Dictionary<?, ?>) properties.invoke(each);
                String file = said == null ? "" : String.valueOf(said.get(FILE));
                names.add(file.substring(file.lastIndexOf('/') + 1));
            }
            return names;
        } catch (ReflectiveOperationException | LinkageError | IllegalStateException stopping) {
            return Set.of();
        } finally {
            context.ungetService(reference);
        }
    }
}
