package org.posthouse.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@code posthouse parse} says.
 *
 * @param from who speaks on standard input; the first message only, for a greeting
 * @param strict empty if nothing is said: tolerant for a stream, strict for a batch
 */
record Options(Kind from, Optional<Boolean> strict, boolean json, boolean batch) {

    static final String USAGE =
            "parse [--from client|server|greeting] [--mode strict|tolerant] [--json] [--batch], messages on standard"
                    + " input";

    /** Empty if it can't be understood. */
    static Optional<Options> of(List<String> arguments) {
        Kind from = Kind.COMMAND;
        Optional<Boolean> strict = Optional.empty();
        boolean json = false;
        boolean batch = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String[] option = rest.removeFirst().split("=", 2);
            boolean bare = option.length == 1;
            switch (bare ? option[0] : option[0] + "=") {
                case "--json" -> json = true;
                case "--batch" -> batch = true;
                case "--from", "--mode", "--from=", "--mode=" -> {
                    String value = !bare ? option[1] : rest.isEmpty() ? "" : rest.removeFirst();
                    Optional<Kind> kind = speaker(option[0].equals("--from") ? value : "client");
                    Optional<Boolean> mode = mode(option[0].equals("--mode") ? value : "strict");
                    if (kind.isEmpty() || mode.isEmpty()) {
                        return Optional.empty();
                    }
                    from = option[0].equals("--from") ? kind.get() : from;
                    strict = option[0].equals("--mode") ? mode : strict;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Options(from, strict, json, batch));
    }

    private static Optional<Kind> speaker(String value) {
        return switch (value) {
            case "client" -> Optional.of(Kind.COMMAND);
            case "server" -> Optional.of(Kind.RESPONSE);
            case "greeting" -> Optional.of(Kind.GREETING);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> mode(String value) {
        return value.equals("strict") || value.equals("tolerant")
                ? Optional.of(value.equals("strict"))
                : Optional.empty();
    }
}
