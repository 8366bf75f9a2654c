package org.posthouse.proxy.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dialogue of a file, see {@code src/test/resources/dialogues/README.md}.
 *
 * @param file its file's name
 * @param title behind {@code ==}
 * @param options lines with {@code !}: keys of a listener's file, and {@code begin}, {@code modes}, {@code upstream-is}
 * @param steps the others, in order
 */
record Script(String file, String title, Map<String, String> options, List<Step> steps) {

    /** One line: what is done, to what, and where it stands. */
    record Step(int line, String verb, String text) {}

    private static final List<String> SIGNS = List.of("C: ", "S: ", ">C ", ">S ");
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "raw", List.of(),
            "greeted", List.of("S: * OK ready⏎", ">C * OK ready⏎"),
            "logged-in", List.of("S: * PREAUTH ready⏎", ">C * PREAUTH ready⏎"));

    static List<Script> read(Path path) throws IOException {
        List<Script> scripts = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            number++;
            if (line.startsWith("== ")) {
                scripts.add(new Script(
                        path.getFileName().toString(), line.substring(3), new LinkedHashMap<>(), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                scripts.get(scripts.size() - 1).add(number, line);
            }
        }
        return scripts;
    }

    private void add(int number, String line) {
        if (line.startsWith("! ")) {
            String[] pair = line.substring(2).split("=", 2);
            options.put(pair[0].trim(), pair[1].trim());
            return;
        }
        if (steps.isEmpty()) {
            BEGINNINGS
                    .getOrDefault(options.getOrDefault("begin", "greeted"), List.of())
                    .forEach(l -> steps.add(step(number, l)));
        }
        steps.add(step(number, line));
    }

    private static Step step(int number, String line) {
        boolean dialogue = SIGNS.stream().anyMatch(line::startsWith);
        String[] words = line.split(" ", 2);
        return dialogue
                ? new Step(number, line.substring(0, 2), Octets.read(line.substring(3)))
                : new Step(number, words[0], words.length > 1 ? words[1].trim() : "");
    }

    /** Keys and values for a listener's file. */
    String[] settings() {
        List<String> settings = new ArrayList<>();
        options.forEach((key, value) -> {
            if (!List.of("begin", "modes", "upstream-is").contains(key)) {
                settings.addAll(List.of(key, value));
            }
        });
        if (!options.getOrDefault("tls", "off").equals("off")) {
            TestTls tls = TestTls.instance();
            settings.addAll(List.of("certificate", tls.file("server.pem"), "key", tls.file("server-key.pem")));
        }
        return settings.toArray(String[]::new);
    }

    FakeUpstream.Manner upstream() {
        return FakeUpstream.Manner.valueOf(
                options.getOrDefault("upstream-is", "connects").toUpperCase(java.util.Locale.ROOT));
    }

    /** All ways to cut its messages into packets. */
    List<Cut> cuts() {
        int longest = steps.stream()
                .filter(s -> s.verb().endsWith(":"))
                .mapToInt(s -> s.text().length())
                .max()
                .orElse(1);
        return options.getOrDefault("modes", "all").equals("whole") ? List.of(Cut.WHOLE) : Cut.all(longest);
    }

    String at(Step step) {
        return file + ":" + step.line();
    }
}
