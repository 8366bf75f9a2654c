package org.posthouse.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what an instance starts with. Not thread-safe; one builder may start several instances. */
public final class PosthouseBuilder {

    private final Map<String, ListenerKeys> listeners = new LinkedHashMap<>();
    private final List<Plugin> plugins = new ArrayList<>();
    private Path folder = Path.of("");

    PosthouseBuilder() {}

    /** Where relative file names in listeners' keys start; the working directory if nothing is said. */
    public PosthouseBuilder folder(Path folder) {
        this.folder = folder;
        return this;
    }

    /** A listener; the same name again replaces it. */
    public PosthouseBuilder listener(String name, ListenerKeys keys) {
        listeners.put(name, keys);
        return this;
    }

    /** A listener by the keys that its file would have. */
    public PosthouseBuilder listener(String name, Map<String, String> keys) {
        return listener(name, ListenerKeys.of(keys));
    }

    /** An interceptor that is there before the first port opens. */
    public PosthouseBuilder plugin(Plugin plugin) {
        plugins.add(plugin);
        return this;
    }

    /**
     * Starts it: when this returns every port is open.
     *
     * @throws Refused if one can't be; nothing is left behind then
     */
    public Posthouse start() {
        Posthouse started = new Posthouse(folder);
        try {
            plugins.forEach(started::plug);
            listeners.forEach(started::listen);
            return started;
        } catch (RuntimeException refused) {
            started.close();
            throw refused;
        }
    }
}
