package org.posthouse.proxy.capability;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenTree;

/**
 * The words of a command's arguments that can mean something, in capitals: not mailbox names, texts that are searched
 * for, or flags. Words in quotes count, too: some servers take them. Besides: {@code (} for a list where a name is due,
 * {@code +} for what a second message or an initial response is, {@code ~} for a literal8.
 */
final class ArgumentWords {

    private static final Set<String> ONE_ARGUMENT = Set.of(
            "BCC",
            "BODY",
            "CC",
            "FROM",
            "SUBJECT",
            "TEXT",
            "TO",
            "X-GM-RAW",
            "X-GM-LABELS",
            "KEYWORD",
            "UNKEYWORD",
            "EMAILID",
            "UIDAFTER",
            "UIDBEFORE",
            "THREADID",
            "BEFORE",
            "ON",
            "SINCE",
            "SENTBEFORE",
            "SENTON",
            "SENTSINCE",
            "SAVEDBEFORE",
            "SAVEDON",
            "SAVEDSINCE",
            "LARGER",
            "SMALLER",
            "OLDER",
            "YOUNGER",
            "UID",
            "CHARSET");

    private final Set<String> words = new HashSet<>();

    private ArgumentWords() {}

    /** Of a command that can't be parsed every word counts: rather refused than let through. */
    static Set<String> of(String command, Message message) {
        ArgumentWords found = new ArgumentWords();
        Optional<TokenTree> tree = message.tokens().value();
        if (tree.isEmpty()) {
            String text = message.octets().latin1().toUpperCase(Locale.ROOT);
            found.words.addAll(Arrays.asList(text.split("[\\s()\\[\\]\"<>]+")));
            return found.words;
        }
        List<Token> tokens = tree.get().tokens();
        int from = Math.min(tree.get().commandHead(), tokens.size());
        found.arguments(command, tokens.subList(from, tokens.size()), tree.get().literals());
        return found.words;
    }

    private void arguments(String command, List<Token> arguments, List<Token.Literal> literals) {
        switch (command) {
            case "SEARCH", "SORT", "THREAD", "ESEARCH" -> searchKeys(arguments);
            case "LIST" -> list(arguments);
            case "APPEND" -> append(arguments, literals);
            case "AUTHENTICATE" -> words.addAll(arguments.size() > 1 ? Set.of("+") : Set.of());
            case "ENABLE" -> all(arguments);
            case "COPY", "MOVE" -> all(arguments.subList(0, Math.min(1, arguments.size())));
            case "SELECT", "EXAMINE", "CREATE", "STATUS" -> all(rest(arguments, 1));
            case "STORE" -> all(arguments.subList(0, Math.max(0, arguments.size() - 1)));
            default -> all(arguments);
        }
    }

    private void list(List<Token> arguments) {
        boolean selecting = !arguments.isEmpty() && arguments.get(0) instanceof TokenList;
        int pattern = selecting ? 2 : 1;
        boolean patterns = arguments.size() > pattern && arguments.get(pattern) instanceof TokenList;
        if (selecting || patterns) {
            words.add("(");
        }
        if (selecting) {
            all(arguments.subList(0, 1));
        }
        all(rest(arguments, pattern + 1));
    }

    /** Behind the mailbox, not in its flags; more than one message may follow each other. */
    private void append(List<Token> arguments, List<Token.Literal> literals) {
        for (Token token : rest(arguments, 1)) {
            boolean list = token instanceof TokenList;
            if (!list || words.contains("CATENATE")) {
                all(List.of(token));
            }
        }
        if (rest(arguments, 1).stream().filter(literals::contains).count() > 1) {
            words.add("+");
        }
        if (literals.stream().anyMatch(Token.Literal::literal8)) {
            words.add("~");
        }
    }

    /** In order, since what a key searches for may look like a key. */
    private void searchKeys(List<Token> arguments) {
        Deque<Token> due = new ArrayDeque<>(arguments);
        while (!due.isEmpty()) {
            Token token = due.poll();
            if (token instanceof TokenList list) {
                List<Token> items = list.items();
                for (int i = items.size() - 1; i >= 0; i--) {
                    due.push(items.get(i));
                }
            } else {
                String word = word(token);
                int skipped = word.equals("HEADER") ? 2 : ONE_ARGUMENT.contains(word) ? 1 : 0;
                for (int i = 0; i < skipped; i++) {
                    due.poll();
                }
            }
        }
    }

    private void all(List<Token> tokens) {
        Deque<Token> due = new ArrayDeque<>(tokens);
        while (!due.isEmpty()) {
            Token token = due.poll();
            if (token instanceof TokenList list) {
                due.addAll(list.items());
            } else {
                word(token);
            }
        }
    }

    private String word(Token token) {
        String word = token.string()
                .filter(s -> s.length() <= 64)
                .map(s -> s.latin1().toUpperCase(Locale.ROOT))
                .orElse("");
        words.add(word);
        return word;
    }

    private static List<Token> rest(List<Token> arguments, int from) {
        return arguments.subList(Math.min(from, arguments.size()), arguments.size());
    }
}
