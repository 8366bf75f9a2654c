package org.posthouse.console.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a properties file, changed key by key: what isn't changed stays as it is written, comments, blank lines, alignment
 * and line ends included. Immutable. What a line means is decided by {@link Properties}.
 *
 * @param lines comments, blank lines and properties in order, each with its line end; a property with its continuation lines
 */
record PropertiesText(List<Line> lines) {

    private static final Pattern ENDS = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    /** Everything in front of the value. */
    private static final Pattern HEAD =
            Pattern.compile("\\A[ \\t\\f]*(?:\\\\.|[^\\\\=: \\t\\f\\r\\n])+(?<gap>[ \\t\\f]*[=:]?[ \\t\\f]*)");

    private static final Pattern TAIL = Pattern.compile("\\R\\z");

    /**
     * A piece of the text.
     *
     * @param key which property it is; empty: a comment or nothing
     */
    record Line(String text, Optional<String> key) {

        String end() {
            Matcher tail = TAIL.matcher(text);
            return tail.find() ? tail.group() : "";
        }

        Line with(String value) {
            Matcher head = HEAD.matcher(text);
            String start = head.find() ? head.group() : key.orElse("");
            String gap = start.isEmpty() ? "" : head.group("gap");
            String more = gap.isBlank() ? " = " : gap.equals(" =") ? " " : "";
            return new Line((gap.isBlank() ? start.stripTrailing() : start) + more + escaped(value) + end(), key);
        }
    }

    PropertiesText {
        lines = List.copyOf(lines);
    }

    static PropertiesText of(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder property = new StringBuilder();
        for (String physical : text.isEmpty() ? new String[0] : ENDS.split(text)) {
            if (property.length() == 0 && comment(physical)) {
                lines.add(new Line(physical, Optional.empty()));
                continue;
            }
            property.append(physical);
            if (!continues(physical)) {
                lines.add(property(property.toString()));
                property.setLength(0);
            }
        }
        if (property.length() > 0) {
            lines.add(property(property.toString()));
        }
        return new PropertiesText(lines);
    }

    private static boolean comment(String physical) {
        String text = physical.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(String physical) {
        String text = TAIL.matcher(physical).replaceFirst("");
        int slashes = 0;
        while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static Line property(String text) {
        return new Line(text, read(text).keySet().stream().findFirst());
    }

    private static Map<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /**
     * All keys with their values, placeholders as they are written.
     *
     * @throws IllegalArgumentException if there is a malformed escape
     */
    Map<String, String> values() {
        return read(toString());
    }

    /** With another value for a key: in its last line, which is the one that counts; at the end if it has none. */
    PropertiesText with(String key, String value) {
        List<Line> changed = new ArrayList<>(lines);
        int at = changed.size() - 1;
        while (at >= 0 && !changed.get(at).key().equals(Optional.of(key))) {
            at--;
        }
        if (at >= 0) {
            changed.set(at, changed.get(at).with(value));
        } else {
            String last = toString();
            String end = last.contains("\r\n") ? "\r\n" : "\n";
            String start = last.isEmpty() || last.endsWith("\n") ? "" : end;
            changed.add(new Line(start + escapedKey(key) + " = " + escaped(value) + end, Optional.of(key)));
        }
        return new PropertiesText(changed);
    }

    /** Without the lines of a key; the comments around them stay. */
    PropertiesText without(String key) {
        return new PropertiesText(lines.stream()
                .filter(line -> !line.key().equals(Optional.of(key)))
                .toList());
    }

    private static String escapedKey(String key) {
        return escaped(key).replaceAll("[=: #!]", "\\\\$0");
    }

    /** Quotes, too: FileInstall takes a file whose values are all in quotes for one of another format. */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (c == '\\' || c == '"' || c == ' ' && text.length() == 0) {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
