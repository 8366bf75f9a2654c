package org.posthouse.layers;

import java.util.List;
import java.util.Set;

/** The layers of the test suite, from the smallest piece to the whole. */
final class Layer {
    /** Tag values that are layers; a test without one counts as {@code unit}. */
    static final List<String> NAMES =
            List.of("resolve", "servers", "container", "dialogue", "embedded", "fuzz", "vectors", "unit");

    private Layer() {}

    /** The layer among a test's tags; the widest one when there are several. */
    static String of(Set<String> tags) {
        return NAMES.stream().filter(tags::contains).findFirst().orElse("unit");
    }
}
