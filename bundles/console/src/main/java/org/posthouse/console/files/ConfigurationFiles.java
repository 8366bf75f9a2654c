package org.posthouse.console.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of our configurations as they were last known, and what to do when a configuration changes. Used by one thread.
 */
final class ConfigurationFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFiles.class);
    private static final String SUFFIX = ".cfg";

    /** What is done to the container in turn. */
    interface Container {
        /** Makes the configuration name its file. */
        void link(String pid, Path file) throws IOException;

        /** Forgets a configuration that its file replaces. */
        void forget(String pid) throws IOException;
    }

    private final Path folder;
    private final Container container;
    private final Map<String, Settings> known = new HashMap<>();

    ConfigurationFiles(Path folder, Container container) {
        this.folder = folder.toAbsolutePath().normalize();
        this.container = container;
    }

    /** Takes in what FileInstall has read, or what was there at the start. */
    void read(String pid, Settings settings) {
        known.put(pid, settings);
    }

    /** FileInstall has seen that the file is gone. */
    void gone(String pid) {
        known.remove(pid);
    }

    /** Somebody changed the configuration. */
    void changed(String pid, Optional<String> factory, Settings now) {
        if (now.values().isEmpty()) {
            LOG.warn("event=not-written pid={} reason=\"a configuration without any key would empty its file\"", pid);
            return;
        }
        Optional<Settings> before = Optional.ofNullable(known.get(pid));
        Optional<Path> file = now.file().or(() -> before.flatMap(Settings::file));
        try {
            if (file.isPresent()) {
                rewrite(pid, file.get(), before.map(Settings::values).orElseGet(Map::of), now);
            } else {
                create(pid, factory, now);
            }
        } catch (NoSuchFileException deleted) {
            LOG.warn("event=not-written pid={} file={} reason=\"the file has been deleted\"", pid, deleted.getFile());
        } catch (IOException failure) {
            LOG.error(
                    "event=not-written pid={} file={} reason=\"{}\"",
                    pid,
                    file.map(Path::toString).orElse(""),
                    failure.toString());
        }
    }

    private void rewrite(String pid, Path file, Map<String, String> before, Settings now) throws IOException {
        if (!ours(file)) {
            LOG.warn(
                    "event=not-written pid={} file={} reason=\"only .cfg files in {} are written\"", pid, file, folder);
            return;
        }
        // Where it is a link, what it points to is written: the link is somebody's wish.
        ConfigurationFile.Merged merged = new ConfigurationFile(file.toRealPath()).merge(before, now.values());
        known.put(pid, now.in(file));
        if (!merged.written().isEmpty()) {
            LOG.info("event=written pid={} file={} keys={}", pid, file, merged.written());
        }
        if (!merged.kept().isEmpty()) {
            LOG.warn(
                    "event=kept pid={} file={} keys={} reason=\"changed in the file meanwhile\"",
                    pid,
                    file,
                    merged.kept());
        }
        if (now.file().isEmpty()) {
            // Without it FileInstall would make a second configuration of the file.
            container.link(pid, file);
        }
    }

    private boolean ours(Path file) {
        return file.toString().endsWith(SUFFIX)
                && folder.equals(file.toAbsolutePath().normalize().getParent());
    }

    private void create(String pid, Optional<String> factory, Settings now) throws IOException {
        Path file =
                factory.map(kind -> unused(kind, name(pid, kind, now))).orElseGet(() -> folder.resolve(pid + SUFFIX));
        if (Files.exists(file)) {
            LOG.warn("event=not-written pid={} file={} reason=\"a file of that name is there already\"", pid, file);
            return;
        }
        new ConfigurationFile(file).create(now.values());
        LOG.info("event=written pid={} file={} keys={}", pid, file, now.values().keySet());
        if (factory.isPresent()) {
            // FileInstall makes one of the file's name: that is the one that will be there after the next start.
            container.forget(pid);
        } else {
            known.put(pid, now.in(file));
            container.link(pid, file);
        }
    }

    /** The name that somebody gave it, {@code PID~NAME}; else after its port, if it has one. */
    private static String name(String pid, String factory, Settings now) {
        String given = pid.startsWith(factory + "~") ? pid.substring(factory.length() + 1) : "";
        if (given.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,60}")) {
            return given;
        }
        String port = Optional.ofNullable(now.values().get("listen")).orElse("").replaceFirst(".*:", "");
        return port.matches("\\d{1,5}") ? "port-" + port : "new";
    }

    private Path unused(String factory, String name) {
        Path file = folder.resolve(factory + "-" + name + SUFFIX);
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(factory + "-" + name + "-" + n + SUFFIX);
        }
        return file;
    }

    /** Somebody deleted the configuration. */
    void deleted(String pid) {
        Optional<Settings> before = Optional.ofNullable(known.remove(pid));
        Optional<Path> file = before.flatMap(Settings::file).filter(this::ours);
        if (before.isEmpty() || file.isEmpty()) {
            return;
        }
        try {
            boolean done = new ConfigurationFile(file.get()).delete(before.get().values());
            LOG.info("event={} pid={} file={}", done ? "deleted" : "kept", pid, file.get());
        } catch (IOException failure) {
            LOG.error("event=not-deleted pid={} file={} reason=\"{}\"", pid, file.get(), failure.toString());
        }
    }
}
