package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.posthouse.admin.JarStatus;

/**
 * All jars of the folder. {@link #look} is called again and again by one thread, with the time; it tells each change of a
 * jar's state to the record, once.
 */
final class PluginFolder {

    /** How long nothing at all may happen while something is awaited. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Path folder;
    private final InstalledPlugins installed;
    private final JarRecord record;
    private final Map<Path, JarCase> cases = new TreeMap<>();
    private final Map<Path, String> told = new HashMap<>();
    private Optional<Long> progress = Optional.empty();
    private boolean settled;
    private List<JarStatus> statuses = List.of();

    PluginFolder(Path folder, InstalledPlugins installed, JarRecord record) {
        this.folder = folder;
        this.installed = installed;
        this.record = record;
    }

    /**
     * Looks at the folder.
     *
     * @param stirred the framework has changed since the last look
     */
    void look(long now, boolean stirred) {
        Map<Path, Print> files = Print.jars(folder);
        boolean changed = forget(files);
        for (Map.Entry<Path, Print> file : files.entrySet()) {
            JarCase one =
                    cases.computeIfAbsent(file.getKey(), jar -> new JarCase(jar, file.getValue(), installed, now));
            changed |= one.look(file.getValue(), now);
        }
        if (changed || progress.isEmpty()) {
            progress = Optional.of(now);
        }
        if (changed) {
            retry();
        }
        if (changed || stirred || restless()) {
            judge(now);
        }
    }

    /** Bundles came or went: what couldn't start then may start now. */
    void retry() {
        cases.values().forEach(JarCase::retry);
    }

    private boolean forget(Map<Path, Print> files) {
        List<Path> gone =
                cases.keySet().stream().filter(jar -> !files.containsKey(jar)).toList();
        gone.forEach(jar -> {
            record.removed(cases.remove(jar).status());
            told.remove(jar);
        });
        return !gone.isEmpty();
    }

    private void judge(long now) {
        boolean late = now - progress.orElse(now) >= PATIENCE;
        boolean complete = cases.values().stream().noneMatch(one -> one.awaited(now));
        boolean decided = true;
        for (Map.Entry<Path, JarCase> entry : cases.entrySet()) {
            Finding finding = entry.getValue().judge(now, complete, late);
            decided &= finding.decided();
            if (finding.decided()) {
                tell(entry.getKey(), entry.getValue(), now);
            }
        }
        statuses = cases.values().stream().map(JarCase::status).toList();
        if (decided && !settled) {
            settled = true;
            record.settled(statuses);
        }
    }

    private void tell(Path jar, JarCase one, long now) {
        JarStatus status = one.status();
        String key = status + " " + one.stamp();
        if (!key.equals(told.put(jar, key))) {
            progress = Optional.of(now);
            record.changed(status);
        }
    }

    private boolean restless() {
        return !settled || cases.values().stream().anyMatch(JarCase::restless);
    }

    /** True once each jar that lay there has served or was named. */
    boolean settled() {
        return settled;
    }

    /** As of the last look. */
    List<JarStatus> statuses() {
        return statuses;
    }
}
