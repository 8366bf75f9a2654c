package org.posthouse.run.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of cnf/imports.txt. A line that it does not understand is an error: a rule must not get lost by a typo. */
record ImportTable(List<ImportRule> rules) {

    private static final Set<String> KEYS = Set.of("may", "never", "optional", "exports", "role");

    static ImportTable read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static ImportTable parse(List<String> lines) {
        List<ImportRule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                PackagePattern name = new PackagePattern(text.substring(1, text.length() - 1));
                rules.add(new ImportRule(name, new HashMap<>()));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                addWords(rules, List.of(text.split("\\s+")));
            }
        }
        return new ImportTable(rules);
    }

    /** The first block that names the bundle. */
    Optional<ImportRule> ruleFor(String symbolicName) {
        return rules.stream().filter(r -> r.bundle().matches(symbolicName)).findFirst();
    }

    private static void addWords(List<ImportRule> rules, List<String> words) {
        if (rules.isEmpty() || !KEYS.contains(words.get(0))) {
            throw new IllegalArgumentException("not a line of the import table: " + String.join(" ", words));
        }
        Map<String, List<String>> block = rules.get(rules.size() - 1).words();
        block.computeIfAbsent(words.get(0), key -> new ArrayList<>()).addAll(words.subList(1, words.size()));
    }
}
