package org.posthouse.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script, read. The package says what its lines mean. */
record Script(List<Step> steps) {

    /** What a line wants. */
    enum Verb {
        SEND,
        RECEIVE,
        NOTHING,
        QUIET,
        DIRECTIVE
    }

    /**
     * A line.
     *
     * @param number counts from 1
     * @param source as written
     * @param session which one, from 1
     * @param client whether it is the client that sends or receives
     * @param line what, where the verb needs it
     */
    record Step(int number, String source, Verb verb, int session, boolean client, Optional<Line> line) {}

    private static final Pattern SEND = Pattern.compile("([CS])(\\d*)(>[CS])?:?(?: (.*))?");
    private static final Pattern RECEIVE = Pattern.compile(">([CS])(\\d*)(~?):?(?: (.*))?");

    static Script read(String text) {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                read(number, line, steps);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "line " + number + " of the script, " + line + ": " + e.getMessage(), e);
            }
        }
        return new Script(List.copyOf(steps));
    }

    private static void read(int number, String line, List<Step> steps) {
        Matcher send = SEND.matcher(line);
        Matcher receive = RECEIVE.matcher(line);
        if (line.isBlank()) {
            steps.add(new Step(number, line, Verb.QUIET, 0, false, Optional.empty()));
        } else if (line.startsWith("! ")) {
            steps.add(new Step(number, line, Verb.DIRECTIVE, 0, false, Optional.empty()));
        } else if (send.matches()) {
            boolean client = send.group(1).equals("C");
            Optional<Line> said =
                    Optional.of(Line.of(Optional.ofNullable(send.group(4)).orElse("")));
            steps.add(new Step(number, line, Verb.SEND, session(send.group(2)), client, said));
            if (send.group(3) != null) {
                steps.add(new Step(number, line, Verb.RECEIVE, session(send.group(2)), !client, said));
            }
        } else if (receive.matches()) {
            steps.add(receive(number, line, receive));
        } else if (!line.startsWith("#")) {
            throw new IllegalArgumentException("begins with none of C: S: >C >S C>S S>C ! #");
        }
    }

    private static Step receive(int number, String line, Matcher matcher) {
        Optional<Line> text =
                Optional.ofNullable(matcher.group(4)).map(t -> matcher.group(3).isEmpty() ? Line.of(t) : Line.regex(t));
        return new Step(
                number,
                line,
                text.isPresent() ? Verb.RECEIVE : Verb.NOTHING,
                session(matcher.group(2)),
                matcher.group(1).equals("C"),
                text);
    }

    private static int session(String digits) {
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }

    /** Octets of the longest message that is cut. */
    int longest() {
        return (int) steps.stream()
                .filter(s -> s.verb() == Verb.SEND)
                .flatMap(s -> s.line().stream())
                .mapToLong(Line::length)
                .filter(n -> n <= Split.LARGEST)
                .max()
                .orElse(1);
    }
}
