package org.posthouse.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds received octets against a {@link Line}.
 *
 * @param outcome what came of it
 * @param length octets that the line stands for, when it was met
 * @param bound words that were named by it
 * @param reason why it can never be met, if there is more to say than that
 */
record Match(Outcome outcome, int length, Map<String, String> bound, String reason) {

    /** Three ways. */
    enum Outcome {
        /** It is met. */
        MET,
        /** What is there is its beginning. */
        MORE,
        /** It can't be met any more. */
        NEVER
    }

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");
    private static final String WORD = "[^\\r\\n (){}\\[\\]\"]+";

    static Match of(Line line, CharSequence octets, Map<String, String> known) {
        Map<String, String> bound = new HashMap<>();
        int at = 0;
        List<Part> run = new ArrayList<>();
        for (Part part : line.parts()) {
            if (part instanceof Part.Fill fill) {
                Match before = run(run, octets, at, known, bound);
                Match match = before.outcome == Outcome.MET ? fill(fill.octets(), octets, before.length) : before;
                if (match.outcome != Outcome.MET) {
                    return match;
                }
                at = match.length;
                run.clear();
            } else {
                run.add(part);
            }
        }
        return run(run, octets, at, known, bound);
    }

    private static Match fill(Generated fill, CharSequence octets, int at) {
        long there = Math.min(fill.length(), octets.length() - at);
        for (int i = 0; i < there; i++) {
            if ((byte) octets.charAt(at + i) != fill.at(i)) {
                return new Match(
                        Outcome.NEVER, 0, Map.of(), "octet " + i + " of " + fill.length() + " generated ones differs");
            }
        }
        return there < fill.length()
                ? new Match(Outcome.MORE, 0, Map.of(), there + " of " + fill.length() + " generated octets came")
                : new Match(Outcome.MET, at + (int) there, Map.of(), "");
    }

    /** Parts without generated octets, as one regular expression. */
    private static Match run(
            List<Part> parts, CharSequence octets, int at, Map<String, String> known, Map<String, String> bound) {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(bound);
        Set<String> names = new HashSet<>();
        StringBuilder regex = new StringBuilder();
        parts.forEach(p -> regex.append(p.match(new Regex(all, names))));
        Matcher matcher = Pattern.compile(regex.toString()).matcher(octets).region(at, octets.length());
        if (!matcher.lookingAt()) {
            return new Match(matcher.hitEnd() ? Outcome.MORE : Outcome.NEVER, 0, Map.of(), "");
        }
        names.forEach(n -> bound.put(n, matcher.group(n)));
        return new Match(Outcome.MET, matcher.end(), bound, "");
    }

    private record Regex(Map<String, String> variables, Set<String> names) implements Part.Cases<String> {

        @Override
        public String words(String octets) {
            return Pattern.quote(octets);
        }

        @Override
        public String ellipsis() {
            return "[^\\r\\n]*?";
        }

        @Override
        public String variable(String name) {
            String value = variables.get(name);
            if (value != null) {
                return Pattern.quote(value);
            }
            return names.add(name) ? "(?<" + name + ">" + WORD + ")" : "\\k<" + name + ">";
        }

        @Override
        public String expression(String regex) {
            Matcher groups = GROUP.matcher(regex);
            while (groups.find()) {
                names.add(groups.group(1));
            }
            return "(?:" + Line.latin(regex) + ")";
        }

        @Override
        public String fill(Generated octets) {
            throw new IllegalStateException("is held against octet by octet");
        }
    }
}
