package org.posthouse.proxy.listener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.posthouse.proxy.config.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the roll of the jars that lay in the plugin folder at start: each is struck off when it serves or has been
 * named as failed. Not thread-safe; {@link #settled} is called again and again by one thread, with the time.
 */
final class PluginRoll {

    /** FileInstall's turn, before we start a bundle ourselves to learn what is wrong with it. */
    static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    /** How long a bundle may take from being active to offering a service. */
    static final long SERVICE = TimeUnit.SECONDS.toNanos(2);

    /** How long nothing at all may happen. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private static final Logger LOG = LoggerFactory.getLogger(PluginRoll.class);

    private final InstalledPlugins installed;
    private final Map<Path, Long> seen = new HashMap<>();
    private final Map<Path, Long> ran = new HashMap<>();
    private final Map<Path, String> reasons = new HashMap<>();
    private final List<Path> jars;
    private final Set<Path> missing;
    private Optional<Long> progress = Optional.empty();

    private PluginRoll(List<Path> jars, InstalledPlugins installed) {
        this.jars = new ArrayList<>(jars);
        this.installed = installed;
        this.missing = new HashSet<>(jars);
    }

    /** The jars in a folder as it is now; a folder that can't be read has none. */
    static PluginRoll of(Path folder, InstalledPlugins installed) {
        try (Stream<Path> files = Files.list(folder)) {
            return new PluginRoll(files.filter(PluginRoll::jar).sorted().toList(), installed);
        } catch (IOException none) {
            return new PluginRoll(List.of(), installed);
        }
    }

    private static boolean jar(Path file) {
        String name = String.valueOf(file.getFileName());
        // A name with a dot in front is a jar that is still being copied.
        return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** True if no jar is left to wait for. */
    boolean settled(long now) {
        if (progress.isEmpty()) {
            progress = Optional.of(now);
        }
        boolean struck = jars.removeIf(jar -> done(jar, now));
        if (struck) {
            progress = Optional.of(now);
        }
        return jars.isEmpty();
    }

    private boolean done(Path jar, long now) {
        Optional<InstalledPlugins.Plugin> plugin = installed.find(jar);
        return plugin.isPresent() ? arrived(jar, plugin.get(), now) : absent(jar, now);
    }

    private boolean absent(Path jar, long now) {
        if (!Files.exists(jar)) {
            missing.remove(jar);
            return report(jar, "removed", "");
        }
        Optional<String> reason = late(now) ? Optional.of(JarDiagnosis.of(jar, installed)) : hopeless(jar, now);
        reason.ifPresent(why -> missing.remove(jar));
        return reason.isPresent() && report(jar, "failed", reason.get());
    }

    /** What can't be a bundle keeps ports shut for a moment only: for as long as it may still be being copied. */
    private Optional<String> hopeless(Path jar, long now) {
        boolean young = now - seen.computeIfAbsent(jar, first -> now) < GRACE;
        return young ? Optional.empty() : JarDiagnosis.hopeless(jar);
    }

    private boolean arrived(Path jar, InstalledPlugins.Plugin plugin, long now) {
        if (missing.remove(jar)) {
            seen.remove(jar);
            progress = Optional.of(now);
        }
        if (plugin.running()) {
            long since = ran.computeIfAbsent(jar, first -> now);
            return (plugin.serving() || now - since >= SERVICE) && report(jar, plugin.state(), "");
        }
        if (now - seen.computeIfAbsent(jar, first -> now) < GRACE) {
            return false;
        }
        plugin.start().ifPresentOrElse(reason -> reasons.put(jar, reason), () -> reasons.remove(jar));
        // What it lacks may be in a jar that comes next, so the reason counts only when all are there.
        boolean decided = reasons.containsKey(jar) && (missing.isEmpty() || late(now)) || late(now);
        return decided && report(jar, "failed", reasons.getOrDefault(jar, "is " + plugin.state()));
    }

    private boolean late(long now) {
        return now - progress.orElse(now) >= PATIENCE;
    }

    private static boolean report(Path jar, String state, String reason) {
        if (reason.isEmpty()) {
            LOG.info("plugin jar={} state={}", jar.getFileName(), state);
        } else {
            LOG.error("plugin jar={} state={} reason=\"{}\"", jar.getFileName(), state, OneLine.of(reason));
        }
        return true;
    }
}
