package org.posthouse.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Which bundle starts at which level, read from {@code lib/startlevels.properties} of the installation. A name ending in {@code *} covers
 * all that begin like it; the longest match counts.
 *
 * @param levels symbolic name or prefix with {@code *} to level
 */
record StartLevels(Map<String, Integer> levels) {
    /** For what nobody listed: libraries, beside Netty and SCR. */
    static final int OTHERS = 5;

    /** Configuration Admin and FileInstall are there, nothing that they configure is. */
    static final int CONFIGURED = 7;

    /** The level that the framework goes to. */
    static final int BEGINNING = 20;

    static final int PLUGINS = 10;

    StartLevels {
        levels = Map.copyOf(levels);
    }

    static StartLevels read(Path file) throws Refusal {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            Map<String, Integer> levels = new HashMap<>();
            lines.forEach((name, level) ->
                    levels.put(name.toString(), Integer.valueOf(level.toString().strip())));
            return new StartLevels(levels);
        } catch (IOException | NumberFormatException damaged) {
            throw new Refusal(ExitCode.SOFTWARE, "installation is damaged: " + file + ": " + Log.reasons(damaged));
        }
    }

    int of(String symbolicName) {
        if (levels.containsKey(symbolicName)) {
            return levels.get(symbolicName);
        }
        return levels.entrySet().stream()
                .filter(entry -> covers(entry.getKey(), symbolicName))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                .map(Map.Entry::getValue)
                .orElse(OTHERS);
    }

    private static boolean covers(String pattern, String symbolicName) {
        return pattern.endsWith("*") && symbolicName.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
