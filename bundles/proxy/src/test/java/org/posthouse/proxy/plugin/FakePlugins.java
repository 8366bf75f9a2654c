package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A framework in which a test decides what becomes of each jar. */
final class FakePlugins implements InstalledPlugins {

    private final Map<String, FakePlugin> plugins = new HashMap<>();

    /** One bundle: its version, which is also its stamp, whether it runs, what it serves, and why it can't start. */
    record FakePlugin(int version, boolean running, Finding service, Optional<Finding> obstacle, Optional<String> start)
            implements Plugin {

        static FakePlugin serving(int version) {
            return new FakePlugin(version, true, Finding.active(), Optional.empty(), Optional.empty());
        }

        static FakePlugin waiting(String reason) {
            return new FakePlugin(1, true, Finding.waiting(reason, "mend"), Optional.empty(), Optional.empty());
        }

        static FakePlugin stuck(String reason) {
            return new FakePlugin(
                    1, false, Finding.active(), Optional.of(Finding.failed(reason, "mend")), Optional.empty());
        }

        static FakePlugin failing(String reason) {
            return new FakePlugin(1, false, Finding.active(), Optional.empty(), Optional.of(reason));
        }

        @Override
        public String name() {
            return "fake/" + version;
        }

        @Override
        public long stamp() {
            return version;
        }
    }

    void put(String jar, FakePlugin plugin) {
        plugins.put(jar, plugin);
    }

    void remove(String jar) {
        plugins.remove(jar);
    }

    @Override
    public Optional<Plugin> find(Path jar) {
        return Optional.ofNullable(plugins.get(String.valueOf(jar.getFileName())));
    }

    @Override
    public Optional<String> twin(String symbolicName, String version) {
        return symbolicName.equals("twin") ? Optional.of("other.jar") : Optional.empty();
    }
}
