package org.posthouse.proxy.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.posthouse.imap.Capability;

/**
 * One line of the table.
 *
 * @param capability what brings it along
 * @param rev2 whether IMAP4rev2 implies the capability
 * @param commands what is refused without it
 */
record Rule(Capability capability, boolean rev2, List<Refused> commands) {

    /**
     * A command, or what must not be among its arguments.
     *
     * @param command name in capitals; one without UID covers both forms
     * @param words empty: the command as a whole
     */
    record Refused(String command, Set<String> words) {}

    /** What a line says; empty for remarks. */
    static Optional<Rule> read(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        List<String> words = List.of(line.trim().split(" +"));
        boolean rev2 = words.size() > 1 && words.get(1).equals("rev2");
        List<Refused> commands =
                words.stream().skip(rev2 ? 2 : 1).map(Rule::refused).toList();
        return Optional.of(new Rule(Capability.of(words.get(0)), rev2, commands));
    }

    /** Whether the first means the second, too: one without a value stands for all of its keyword. */
    static boolean covers(Capability named, Capability announced) {
        boolean keywordOnly = named.toString().indexOf('=') < 0;
        return named.equals(announced) || (keywordOnly && named.keyword().equals(announced.keyword()));
    }

    private static Refused refused(String text) {
        int open = text.indexOf('[');
        String command = (open < 0 ? text : text.substring(0, open)).replace('_', ' ');
        Set<String> words = open < 0
                ? Set.of()
                : Arrays.stream(text.substring(open + 1, text.length() - 1).split(","))
                        .map(w -> w.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        return new Refused(command, words);
    }
}
