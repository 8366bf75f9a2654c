package org.posthouse.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OpenMetrics text 1.0 strictly, as far as we write it: gauges and counters. Throws on whatever isn't allowed. */
final class OpenMetricsText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern META = Pattern.compile("# (TYPE|HELP|UNIT) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern.compile(
            "(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL + ")*)})? (-?[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?)");

    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private String family = "";

    static Map<String, Double> read(String text) {
        if (!text.endsWith("# EOF\n")) {
            throw new AssertionError("no # EOF at the end");
        }
        OpenMetricsText reader = new OpenMetricsText();
        List<String> lines = List.of(text.split("\n", -1));
        lines.subList(0, lines.size() - 2).forEach(reader::line);
        return reader.samples;
    }

    private void line(String line) {
        Matcher meta = META.matcher(line);
        if (meta.matches()) {
            meta(meta.group(1), meta.group(2), meta.group(3));
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("not OpenMetrics: " + line);
        }
        String type = types.getOrDefault(family, "");
        String expected = type.equals("counter") ? family + "_total" : family;
        if (!sample.group(1).equals(expected)) {
            throw new AssertionError("a sample outside its family " + family + " of type " + type + ": " + line);
        }
        String series = line.substring(0, line.lastIndexOf(' '));
        if (samples.put(series, Double.valueOf(sample.group(3))) != null) {
            throw new AssertionError("twice: " + series);
        }
    }

    private void meta(String what, String name, String value) {
        if (!name.equals(family)) {
            if (!closed.add(name)) {
                throw new AssertionError("interleaved: " + name);
            }
            family = name;
        }
        if (what.equals("TYPE") && types.put(name, value) != null) {
            throw new AssertionError("two types: " + name);
        }
        if (what.equals("UNIT") && !name.endsWith("_" + value)) {
            throw new AssertionError("unit " + value + " isn't the end of " + name);
        }
    }
}
