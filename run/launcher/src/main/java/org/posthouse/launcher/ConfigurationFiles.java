package org.posthouse.launcher;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * The configuration files that lie there at start. FileInstall reads them on a thread of its own; a plugin that starts before that runs on
 * its defaults for a moment, and a guard's defaults guard nothing.
 */
final class ConfigurationFiles {
    private static final String ADMIN = "org.osgi.service.cm.ConfigurationAdmin";
    private static final String CONFIGURATION = "org.osgi.service.cm.Configuration";
    private static final String FILE = "felix.fileinstall.filename";
    private static final String UNREAD = "org.posthouse.unread";
    private static final long STEP_NANOS = 5_000_000;

    /** FileInstall looks each second, and again when a file has stopped changing. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /**
     * Offers the files that lie there for a while and aren't known, as a {@code Supplier} of names: whoever tells whether all is well has
     * to tell of them. FileInstall passes over a file that it can't read, and nobody would know of a listener that isn't there.
     */
    void offer() {
        Supplier<List<String>> unread = this::unread;
        context.registerService(Supplier.class, unread, FrameworkUtil.asDictionary(Map.of(UNREAD, "files")));
    }

    private List<String> unread() {
        Set<String> files = files();
        files.removeAll(known());
        return files.stream().filter(this::settled).sorted().toList();
    }

    /** FileInstall names a file by its URI: a blank is %20 there. */
    static String name(String file) {
        try {
            String path = Optional.ofNullable(URI.create(file).getPath()).orElse("");
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException noUri) {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    private boolean settled(String file) {
        try {
            FileTime changed = Files.getLastModifiedTime(folder.resolve(file));
            return changed.toInstant().isBefore(Instant.now().minus(PATIENCE));
        } catch (IOException gone) {
            return false;
        }
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
                names.add(name(said == null ? "" : String.valueOf(said.get(FILE))));
            }
            return names;
        } catch (ReflectiveOperationException | LinkageError | IllegalStateException stopping) {
            return Set.of();
        } finally {
            context.ungetService(reference);
        }
    }
}
