package org.posthouse.proxy.listener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A framework in which a test decides what becomes of each jar. */
final class FakePlugins implements InstalledPlugins {

    private final Map<String, FakePlugin> plugins = new ConcurrentHashMap<>();

    /** One bundle: whether it runs, whether it serves, and what starting it comes to. */
    record FakePlugin(boolean running, boolean serving, Optional<String> start) implements Plugin {
        @Override
        public String state() {
            return running ? "active" : "installed";
        }
    }

    Path lay(Path folder, String jar) throws IOException {
        return Files.writeString(folder.resolve(jar), "no zip");
    }

    void run(String jar) {
        plugins.put(jar, new FakePlugin(true, true, Optional.empty()));
    }

    void put(String jar, FakePlugin plugin) {
        plugins.put(jar, plugin);
    }

    @Override
    public Optional<Plugin> find(Path jar) {
        return Optional.ofNullable(plugins.get(String.valueOf(jar.getFileName())));
    }

    @Override
    public Optional<String> twin(String symbolicName, String version) {
        return symbolicName.equals("twin") ? Optional.of("file:/elsewhere/twin.jar") : Optional.empty();
    }
}
