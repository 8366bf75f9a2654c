package org.posthouse.proxy.listener;

import java.nio.file.Path;
import java.util.Optional;

/** The bundles of a framework, seen from the jars that they came from. */
interface InstalledPlugins {

    /** One bundle. */
    interface Plugin {

        /** True if it is active, a fragment that found its host, or waits to be used (lazy activation). */
        boolean running();

        /** True if its declared components, if any, have offered a service. */
        boolean serving();

        /** Its state in a word, for the log. */
        String state();

        /** Tries to start it, for as long as the framework runs; the reason if it can't be started. */
        Optional<String> start();
    }

    /** The bundle that was installed from a jar. */
    Optional<Plugin> find(Path jar);

    /** Where a bundle with this name and version came from, if there is one. */
    Optional<String> twin(String symbolicName, String version);
}
