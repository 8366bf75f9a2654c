package org.posthouse.proxy.tls;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ListenerSettingsReader;
import org.posthouse.proxy.config.Outcome;

/** Settings for tests, read from keys and values as they would stand in a file. */
public final class Configured {

    private Configured() {}

    /** A plain listener on any free port, changed by {@code key, value, key, value …}. */
    public static Map<String, Object> raw(String... changes) {
        Map<String, Object> raw = new HashMap<>(Map.of("service.pid", "org.posthouse.listener~test"));
        raw.putAll(Map.of("listen", "127.0.0.1:0", "tls", "off", "upstream", "127.0.0.1:1", "upstream.tls", "off"));
        for (int i = 0; i < changes.length; i += 2) {
            raw.put(changes[i], changes[i + 1]);
        }
        return raw;
    }

    /** The settings that {@link #raw} amounts to. */
    public static ListenerSettings settings(Path conf, String... changes) {
        Outcome outcome = new ListenerSettingsReader().read("test", "test.cfg", raw(changes), conf);
        List<ListenerSettings> valid = outcome.match(v -> List.of(v.settings()), faulty -> {
            throw new AssertionError(faulty.faults().toString());
        });
        return valid.get(0);
    }
}
