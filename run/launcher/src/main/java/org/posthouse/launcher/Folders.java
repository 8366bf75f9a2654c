package org.posthouse.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an instance lives. All paths are absolute and normalised, so the working directory never matters.
 *
 * @param home the installation: bundles and libraries, never written to
 * @param conf listener files; their {@code conf/…} paths are meant relative to this folder
 * @param plugins jars of interceptors, watched
 * @param data the instance's own folder: lock and framework storage; two instances must not share it
 */
record Folders(Path home, Path conf, Path plugins, Path data) {

    static Folders of(Path home) {
        Path root = home.toAbsolutePath().normalize();
        return new Folders(root, root.resolve("conf"), root.resolve("plugins"), root.resolve("data"));
    }

    Folders withConf(Path folder) {
        return new Folders(home, absolute(folder), plugins, data);
    }

    Folders withPlugins(Path folder) {
        return new Folders(home, conf, absolute(folder), data);
    }

    Folders withData(Path folder) {
        return new Folders(home, conf, plugins, absolute(folder));
    }

    /**
     * Looks whether the plugins can be read.
     *
     * @throws Refusal if not: a mistyped folder would silently run without its guards
     */
    void readPlugins() throws Refusal {
        if (!Files.isDirectory(plugins)) {
            throw new Refusal(ExitCode.CONFIGURATION, "plugins folder " + plugins + ": not there");
        }
        if (!Files.isReadable(plugins)) {
            throw new Refusal(ExitCode.PERMISSION, "plugins folder " + plugins + ": not readable");
        }
    }

    Path bundles() {
        return home.resolve("bundle");
    }

    /** Installed only where the option says so. */
    Path consoleBundles() {
        return bundles().resolve("console");
    }

    Path startLevels() {
        return home.resolve("lib").resolve("startlevels.properties");
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
