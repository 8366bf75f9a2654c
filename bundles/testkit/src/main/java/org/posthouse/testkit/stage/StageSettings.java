package org.posthouse.testkit.stage;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ListenerSettingsReader;

/** Reads keys as the product does; only TLS needs no certificate here, which the reader would ask for. */
final class StageSettings {

    private StageSettings() {}

    static ListenerSettings read(String name, Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.putAll(Map.of("listen", "127.0.0.1:0", "upstream", "127.0.0.1:143", "upstream.tls", "off", "tls", "off"));
        ListenerSettings plain = new ListenerSettingsReader()
                .read(name, "testkit", all, Path.of("conf"))
                .match(valid -> valid.settings(), faulty -> {
                    throw new IllegalArgumentException(faulty.faults().toString());
                });
        return with(plain, tls(keys.getOrDefault("tls", "off")));
    }

    private static ClientTls tls(String word) {
        return Arrays.stream(ClientTls.values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tls = " + word));
    }

    private static ListenerSettings with(ListenerSettings settings, ClientTls tls) {
        RecordComponent[] parts = ListenerSettings.class.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(p -> p.getType() == ClientTls.class ? tls : value(p, settings))
                .toArray();
        try {
            return ListenerSettings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent part, ListenerSettings settings) {
        try {
            return part.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
