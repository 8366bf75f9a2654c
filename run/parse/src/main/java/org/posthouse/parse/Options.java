package org.posthouse.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

    static final String HELP = """
            posthouse parse [--from client|server|greeting] [--mode strict|tolerant] [--json] < TRACE
            posthouse parse --batch [--mode strict|tolerant] [--json] < ROWS

              --from   who says what is read: client (default), server, or greeting: a server from its first line on
              --mode   strict: what the RFCs allow; tolerant: what the proxy understands. Default: tolerant, strict for --batch
              --json   one JSON object per message; of a batch: with type, deviations and tree, too
              --batch  reads lines {"id":…,"kind":"command|response|greeting|authenticate|idle","bytes_b64":…}; not with --from

            A trace is one direction of a dialogue, octet by octet as it went over the wire, on standard input until that ends.
            Exit codes: 0 all was read, whatever the verdicts; 64 usage; 74 standard input can't be read or output written.
            """;

    /** The command line can't be understood; the message names the word. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1;

        Misused(String reason) {
            super(reason);
        }
    }

    static Options of(List<String> arguments) throws Misused {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<Kind> from = new ArrayList<>();
        List<Boolean> strict = new ArrayList<>();
        boolean json = false;
        boolean batch = false;
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            String option = word.startsWith("-") ? word.split("=", 2)[0] : word;
            switch (option) {
                case "--json" -> json = flag(word, option);
                case "--batch" -> batch = flag(word, option);
                case "--from" -> from.add(speaker(value(word, option, rest, "client, server or greeting")));
                case "--mode" -> strict.add(isStrict(value(word, option, rest, "strict or tolerant")));
                default -> throw unknown(option);
            }
        }
        if (batch && !from.isEmpty()) {
            throw new Misused("--from doesn't go with --batch: the kind of each line says who speaks");
        }
        return new Options(last(from).orElse(Kind.COMMAND), last(strict), json, batch);
    }

    private static <T> Optional<T> last(List<T> said) {
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
    }

    private static Misused unknown(String word) {
        return word.startsWith("-")
                ? new Misused("unknown option: " + word)
                : new Misused("unexpected argument: " + word + ", what is read comes on standard input (parse < FILE)");
    }

    private static boolean flag(String word, String option) throws Misused {
        if (!word.equals(option)) {
            throw new Misused(option + " takes no value");
        }
        return true;
    }

    private static String value(String word, String option, Deque<String> rest, String values) throws Misused {
        boolean bare = word.equals(option);
        if (bare && rest.isEmpty()) {
            throw new Misused(option + " needs a value: " + values);
        }
        return bare ? rest.removeFirst() : word.substring(option.length() + 1);
    }

    private static Kind speaker(String value) throws Misused {
        return switch (value) {
            case "client" -> Kind.COMMAND;
            case "server" -> Kind.RESPONSE;
            case "greeting" -> Kind.GREETING;
            default -> throw new Misused("--from is client, server or greeting, not: " + value);
        };
    }

    private static boolean isStrict(String value) throws Misused {
        return switch (value) {
            case "strict" -> true;
            case "tolerant" -> false;
            default -> throw new Misused("--mode is strict or tolerant, not: " + value);
        };
    }
}
