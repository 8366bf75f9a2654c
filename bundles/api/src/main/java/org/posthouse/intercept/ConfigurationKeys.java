package org.posthouse.intercept;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds mistyped keys and emptied files. Declarative Services hands a component the defaults for keys that its file doesn't have, so
 * a guard with a mistyped key would guard nothing and not know it.
 */
public final class ConfigurationKeys {

    /** The name of a factory configuration's interceptor, {@code id:instance}. */
    private static final String INSTANCE = "instance";

    private static final String PID = "service.pid";

    private ConfigurationKeys() {}

    /**
     * Refuses keys that nobody reads, and a file without any: one that was emptied, or that is just being written.
     *
     * @param properties of the component, as its activate or modified method gets them; keys with a dot are the framework's and pass
     * @param file the annotation type whose methods are the keys; give them no defaults, which come as if the file had all keys
     * @throws IllegalArgumentException naming the unknown keys and those that there are; thrown on from the activate method it keeps the
     *     component out of service, and readiness says so
     */
    public static void check(Map<String, ?> properties, Class<? extends Annotation> file) {
        Set<String> known = known(file);
        Set<String> unknown = new TreeSet<>(properties.keySet());
        unknown.removeIf(key -> key.contains(".") || key.equals(INSTANCE) || known.contains(key));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown key " + String.join(", ", unknown) + "; there are " + known);
        }
        if (!absent(properties) && known.stream().noneMatch(properties::containsKey)) {
            throw new IllegalArgumentException("its file has no key; there are " + known);
        }
    }

    /**
     * Whether there is no configuration: its file was taken away, or never lay there. A guard that has rules keeps them then; who wants
     * none writes the keys without values.
     */
    public static boolean absent(Map<String, ?> properties) {
        return !properties.containsKey(PID);
    }

    private static Set<String> known(Class<? extends Annotation> file) {
        return Arrays.stream(file.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
