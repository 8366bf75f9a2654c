package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.Optional;

/** The bundles of a framework, seen from the jars that they came from. */
interface InstalledPlugins {

    /** One bundle. */
    interface Plugin {

        /** Symbolic name and version, {@code name/1.2.3}. */
        String name();

        /** Changes with each update. */
        long stamp();

        /** True if it is active, a fragment that found its host, or waits to be used (lazy activation). */
        boolean running();

        /** How one that runs does what it was put there for. */
        Finding service();

        /** Why one that doesn't run can't, as far as that shows without starting it. */
        Optional<Finding> obstacle();

        /** Tries to start it, for as long as the framework runs; the reason if it can't be started. */
        Optional<String> start();
    }

    /** The bundle that was installed from a jar. */
    Optional<Plugin> find(Path jar);

    /** Where another bundle with this name and version came from, in a word, if there is one. */
    Optional<String> twin(String symbolicName, String version);
}
