package org.posthouse.console.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a configuration holds, as a file says it.
 *
 * @param values what an operator wrote: keys and texts, without what the container adds
 * @param file where FileInstall says that it came from; empty: from nowhere
 */
record Settings(Map<String, String> values, Optional<Path> file) {

    static final String FILE = "felix.fileinstall.filename";
    private static final List<String> FOREIGN =
            List.of("felix.", "service.", "component.", "org.apache.karaf.", "osgi.", "webconsole.", ".");

    static Settings of(Dictionary<String, ?> raw) {
        Map<String, String> values = new TreeMap<>();
        for (String key : Collections.list(raw.keys())) {
            if (FOREIGN.stream().noneMatch(key::startsWith)) {
                values.put(key, text(raw.get(key)));
            }
        }
        return new Settings(values, Optional.<Object>ofNullable(raw.get(FILE)).flatMap(Settings::path));
    }

    Settings in(Path other) {
        return new Settings(values, Optional.of(other));
    }

    /** A form with several fields makes an array, the file has commas. */
    private static String text(Object value) {
        Optional<Collection<?>> several = value instanceof Object[] array
                ? Optional.of(Arrays.asList(array))
                : Optional.of(value).filter(Collection.class::isInstance).map(Collection.class::cast);
        return several.map(all -> all.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .orElseGet(() -> String.valueOf(value));
    }

    private static Optional<Path> path(Object name) {
        try {
            return Optional.of(Path.of(URI.create(name.toString())));
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }
}
