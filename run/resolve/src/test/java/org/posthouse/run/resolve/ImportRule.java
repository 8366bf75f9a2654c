package org.posthouse.run.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One block of cnf/imports.txt: what a bundle, or a family of them, may see and show. */
record ImportRule(PackagePattern bundle, Map<String, List<String>> words) {

    boolean admits(String packageName) {
        Function<String, Stream<PackagePattern>> matching = key -> patterns(key).filter(p -> p.matches(packageName));
        int may = heaviest(matching.apply("may"));
        return may > heaviest(matching.apply("never"));
    }

    boolean optional(String packageName) {
        return patterns("optional").anyMatch(p -> p.matches(packageName));
    }

    Set<String> exports() {
        return words("exports").collect(Collectors.toSet());
    }

    Optional<String> role() {
        return words("role").findFirst();
    }

    private Stream<PackagePattern> patterns(String key) {
        return words(key).map(PackagePattern::new);
    }

    private Stream<String> words(String key) {
        return words.getOrDefault(key, List.of()).stream();
    }

    private static int heaviest(Stream<PackagePattern> patterns) {
        return patterns.map(PackagePattern::weight)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
