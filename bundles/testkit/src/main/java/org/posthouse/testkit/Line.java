package org.posthouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the sign of a script's line, to be sent or to be received. Immutable.
 *
 * @param parts in order; a CRLF is the last one unless the line said <code>${open}</code>
 */
record Line(List<Part> parts) {

    private static final Pattern SPECIAL = Pattern.compile("\\$\\{([^}]*)\\}|…");
    private static final String OPEN = "${open}";

    Line {
        parts = List.copyOf(parts);
    }

    /** Text with <code>${…}</code> and {@code …}; the rest is UTF-8. */
    static Line of(String text) {
        boolean open = text.endsWith(OPEN);
        String whole = open ? text.substring(0, text.length() - OPEN.length()) : text + "${crlf}";
        List<Part> parts = new ArrayList<>();
        Matcher special = SPECIAL.matcher(whole);
        int from = 0;
        while (special.find()) {
            words(parts, whole.substring(from, special.start()));
            parts.add(special.group(1) == null ? new Part.Ellipsis() : Part.named(special.group(1)));
            from = special.end();
        }
        words(parts, whole.substring(from));
        return new Line(parts);
    }

    /** A regular expression for a line without its end. */
    static Line regex(String regex) {
        return new Line(List.of(new Part.Expression(regex), new Part.Words("\r\n")));
    }

    /** The octets to be sent. */
    InputStream octets(Map<String, String> variables) {
        List<InputStream> streams =
                parts.stream().map(p -> p.match(new Sending(variables))).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** How many octets it has, about. */
    long length() {
        return parts.stream().mapToLong(p -> p.match(new Length())).sum();
    }

    private static void words(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Words(latin(text)));
        }
    }

    static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private record Sending(Map<String, String> variables) implements Part.Cases<InputStream> {

        @Override
        public InputStream words(String octets) {
            return new ByteArrayInputStream(octets.getBytes(ISO_8859_1));
        }

        @Override
        public InputStream ellipsis() {
            throw new IllegalArgumentException("… stands for what was received; it can't be sent");
        }

        @Override
        public InputStream variable(String name) {
            String value = variables.get(name);
            if (value == null) {
                throw new IllegalArgumentException("${" + name + "} was not received so far");
            }
            return words(value);
        }

        @Override
        public InputStream expression(String regex) {
            return ellipsis();
        }

        @Override
        public InputStream fill(Generated octets) {
            return octets.stream();
        }
    }

    private record Length() implements Part.Cases<Long> {

        private static final long WORD = 16;

        @Override
        public Long words(String octets) {
            return (long) octets.length();
        }

        @Override
        public Long ellipsis() {
            return WORD;
        }

        @Override
        public Long variable(String name) {
            return WORD;
        }

        @Override
        public Long expression(String regex) {
            return WORD;
        }

        @Override
        public Long fill(Generated octets) {
            return octets.length();
        }
    }
}
