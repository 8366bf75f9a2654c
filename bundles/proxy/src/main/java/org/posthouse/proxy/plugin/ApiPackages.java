package org.posthouse.proxy.plugin;

import java.util.List;
import java.util.Optional;

/** The packages that plugins import from us and must not bring along. */
final class ApiPackages {

    private static final List<String> OURS =
            List.of("org.posthouse.intercept", "org.posthouse.imap", "org.posthouse.admin");

    private ApiPackages() {}

    static boolean contains(String name) {
        return OURS.stream().anyMatch(ours -> name.equals(ours) || name.startsWith(ours + "."));
    }

    /** The package of a class file in a jar, if it is one of them. */
    static Optional<String> ofEntry(String entry) {
        int slash = entry.lastIndexOf('/');
        return slash > 0 && entry.endsWith(".class")
                ? Optional.of(entry.substring(0, slash).replace('/', '.')).filter(ApiPackages::contains)
                : Optional.empty();
    }
}
