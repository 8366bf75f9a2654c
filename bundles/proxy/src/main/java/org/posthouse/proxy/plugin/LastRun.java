package org.posthouse.proxy.plugin;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which jar held which bundle when the proxy ran last, in a small file: by it alone one can tell that a jar was deleted or
 * replaced by an older one while nobody looked. Losing the file loses these lines, no more.
 */
final class LastRun {

    private static final Logger LOG = LoggerFactory.getLogger(LastRun.class);

    private final Path file;
    private boolean compared;

    LastRun(Path file) {
        this.file = file;
    }

    /** True from the first look on: before it nothing may be overwritten. */
    boolean compared() {
        return compared;
    }

    /** Jar to {@code name/version}; empty if this is the first run. */
    Map<String, String> read() {
        compared = true;
        Map<String, String> bundles = new TreeMap<>();
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
            stored.forEach((jar, bundle) -> bundles.put(jar.toString(), bundle.toString()));
        } catch (IOException | IllegalArgumentException first) {
            LOG.debug("plugin event=first-run");
        }
        return bundles;
    }

    void write(Map<String, String> bundles) {
        Properties stored = new Properties();
        stored.putAll(bundles);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                stored.store(writer, "Written by the proxy: the plugins that ran last");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.warn("plugin event=not-remembered reason=\"{}\"", unwritable.toString());
        }
    }
}
