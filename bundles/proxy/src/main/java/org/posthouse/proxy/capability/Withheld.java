package org.posthouse.proxy.capability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.intercept.Interest;

/**
 * The capabilities that interceptors keep from a client, and what is refused for it. Immutable, any thread; compiled once
 * per set of capabilities.
 */
public final class Withheld {

    /** Nothing is kept from the client. */
    public static final Withheld NOTHING = new Withheld(List.of());

    private static final List<Rule> TABLE = read();
    private static final String UID = "UID ";

    private record Cause(Rule.Refused refused, Capability capability) {}

    private final List<Interest> interests;
    private final Map<String, List<Cause>> causes = new HashMap<>();
    private final boolean rev2;

    private Withheld(List<Interest> interests) {
        this.interests = interests;
        boolean implied = false;
        for (Rule rule : interests.isEmpty() ? List.<Rule>of() : TABLE) {
            if (hidden(rule.capability())) {
                implied |= rule.rev2();
                rule.commands().forEach(c -> causes.computeIfAbsent(c.command(), k -> new ArrayList<>())
                        .add(new Cause(c, rule.capability())));
            }
        }
        rev2 = implied;
    }

    /** What follows from what these hide, each less what it keeps; one without {@code =} stands for all of its keyword. */
    public static Withheld of(Collection<Interest> interests) {
        List<Interest> hiding =
                interests.stream().filter(i -> !i.hidden().isEmpty()).toList();
        return hiding.isEmpty() ? NOTHING : new Withheld(hiding);
    }

    /** Whether nothing is kept from the client. */
    public boolean isEmpty() {
        return interests.isEmpty();
    }

    /** Whether this must not stand in a list. What IMAP4rev2 implies takes that along. */
    public boolean hides(Capability announced) {
        return (rev2 && announced.equals(Capability.IMAP4REV2)) || hidden(announced);
    }

    /** Whether the command may have to be refused: then it is looked at as a whole. */
    public boolean concerns(CommandName name) {
        String command = name.toString();
        return !interests.isEmpty()
                && (causes.containsKey(command) || causes.containsKey(base(command)) || isAuthenticate(command));
    }

    /** The capability for lack of which the command, or as much of it as is known, is refused. */
    public Optional<Capability> refuses(CommandName name, Message command) {
        String full = name.toString();
        return mechanism(full, command).or(() -> find(full, command)).or(() -> find(base(full), command));
    }

    private Optional<Capability> find(String command, Message message) {
        List<Cause> all = causes.getOrDefault(command, List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cause> whole =
                all.stream().filter(c -> c.refused().words().isEmpty()).findFirst();
        return whole.or(() -> {
                    Set<String> said = ArgumentWords.of(command, message);
                    return all.stream()
                            .filter(c -> c.refused().words().stream().anyMatch(w -> says(said, w)))
                            .findFirst();
                })
                .map(Cause::capability);
    }

    private Optional<Capability> mechanism(String command, Message message) {
        if (!isAuthenticate(command)) {
            return Optional.empty();
        }
        return message.tokens()
                .value()
                .flatMap(tree -> tree.at(2))
                .flatMap(token -> Capability.parse("AUTH=" + token.octets().latin1()))
                .filter(this::hidden);
    }

    private boolean hidden(Capability announced) {
        return interests.stream()
                .anyMatch(i -> i.hidden().stream().anyMatch(h -> Rule.covers(h, announced))
                        && i.kept().stream().noneMatch(k -> Rule.covers(k, announced)));
    }

    private static boolean isAuthenticate(String command) {
        return command.equals(CommandName.AUTHENTICATE.toString());
    }

    private static boolean says(Set<String> said, String word) {
        return word.endsWith("*")
                ? said.stream().anyMatch(s -> s.startsWith(word.substring(0, word.length() - 1)))
                : said.contains(word);
    }

    private static String base(String command) {
        return command.startsWith(UID) ? command.substring(UID.length()) : command;
    }

    private static List<Rule> read() {
        try (InputStream in = Withheld.class.getResourceAsStream("withheld.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines().flatMap(l -> Rule.read(l).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
