package org.posthouse.proxy.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys of one file while they are read: hands out values, remembers which keys were asked for, and collects every
 * fault, so that an operator sees all of them at once. What the container adds to a configuration is left out.
 */
final class Keys {

    private static final List<String> FOREIGN =
            List.of("felix.", "service.", "component.", "org.apache.karaf.", "osgi.", ".");

    private final String file;
    private final Map<String, String> values = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final List<Fault> faults = new ArrayList<>();

    Keys(String file, Map<String, ?> raw) {
        this.file = file;
        raw.forEach((key, value) -> {
            if (FOREIGN.stream().noneMatch(key::startsWith)) {
                values.put(key, text(value));
            }
        });
    }

    private static String text(Object value) {
        if (value instanceof Object[] several) {
            return String.join(",", Arrays.stream(several).map(String::valueOf).toList());
        }
        if (value instanceof Collection<?> several) {
            return String.join(",", several.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value).strip();
    }

    /** True if nothing is there that an operator wrote: FileInstall hands over an emptied file like that. */
    boolean none() {
        return values.isEmpty();
    }

    /** True if the key is written, even without a value. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value if it is there, not blank, and right; a wrong one becomes a fault. */
    <T> Optional<T> optional(String key, Values.Parser<T> parser) {
        known.add(key);
        String text = values.getOrDefault(key, "");
        return text.isEmpty() ? Optional.empty() : parse(key, text, parser);
    }

    /** As {@link #optional}, but a key that is missing or blank is a fault. */
    <T> Optional<T> required(String key, Values.Parser<T> parser) {
        known.add(key);
        String text = values.getOrDefault(key, "");
        if (text.isEmpty()) {
            fault(key, has(key) ? "has no value" : "is missing");
            return Optional.empty();
        }
        return parse(key, text, parser);
    }

    private <T> Optional<T> parse(String key, String text, Values.Parser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (Refused refused) {
            fault(key, refused.reason());
            return Optional.empty();
        }
    }

    /** What stands between {@code prefix} and {@code suffix} in the keys that have both; these keys are known. */
    Map<String, String> between(String prefix, String suffix) {
        Map<String, String> found = new HashMap<>();
        for (String key : values.keySet()) {
            if (key.startsWith(prefix) && key.endsWith(suffix) && key.length() > prefix.length() + suffix.length()) {
                found.put(key, key.substring(prefix.length(), key.length() - suffix.length()));
            }
        }
        return found;
    }

    void fault(String key, String reason) {
        faults.add(new Fault(file, key, reason));
    }

    /** The keys that were asked for until now. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** Every fault so far, then one for each key that nobody asked for. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                all.add(new Fault(file, key, "is unknown" + Nearest.hint(key, known)));
            }
        }
        return all;
    }
}
