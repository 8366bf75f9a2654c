package org.posthouse.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A piece of a script's line. */
sealed interface Part {

    /** Octets as they are, one per character. */
    record Words(String octets) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.words(octets);
        }
    }

    /** Whatever, within the line. */
    record Ellipsis() implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ellipsis();
        }
    }

    /** A word that was received and is used again. */
    record Variable(String name) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.variable(name);
        }
    }

    /** A regular expression. */
    record Expression(String regex) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expression(regex);
        }
    }

    /** Generated octets. */
    record Fill(Generated octets) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fill(octets);
        }
    }

    /** One method per kind. */
    interface Cases<R> {
        R words(String octets);

        R ellipsis();

        R variable(String name);

        R expression(String regex);

        R fill(Generated octets);
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** What stands between <code>${</code> and <code>}</code>. */
    static Part named(String text) {
        String[] words = text.trim().split(" +");
        return switch (words[0]) {
            case "crlf" -> new Words("\r\n");
            case "cr" -> new Words("\r");
            case "lf" -> new Words("\n");
            case "nul" -> new Words("\0");
            case "sp" -> new Words(" ");
            case "hex" ->
                new Words(new String(
                        HexFormat.of().parseHex(text.trim().substring(3).replace(" ", "")),
                        StandardCharsets.ISO_8859_1));
            case "octets" ->
                new Fill(new Generated(Long.parseLong(words[1]), words.length > 2 ? Long.parseLong(words[2]) : 0));
            default -> {
                if (!text.matches("[A-Za-z][A-Za-z0-9]*")) {
                    throw new IllegalArgumentException("what is ${" + text + "}?");
                }
                yield new Variable(text);
            }
        };
    }
}
