package org.posthouse.itest.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.posthouse.itest.fixture.DovecotServer.Account;

/** One line of {@code smuggling.txt}, whose head explains the columns. */
record Attempt(String rule, String name, boolean loggedIn, boolean creates, boolean maySee, String octets) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|\\*\\d+\\([^)]*\\)|.)");

    static Stream<Attempt> all() {
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(Attempt.class.getResourceAsStream("smuggling.txt"), StandardCharsets.US_ASCII))) {
            return table.lines().filter(line -> !line.startsWith("#")).map(Attempt::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attempt parse(String line) {
        String[] columns = line.split(" \\| ", 6);
        return new Attempt(
                columns[0],
                columns[1],
                columns[2].equals("login"),
                columns[3].equals("creates"),
                columns[4].equals("seen"),
                columns[5]);
    }

    /** The packets to send, escapes resolved, for that user. */
    List<String> packets(Account account) {
        return Stream.of(octets.split("<wait>"))
                .map(packet -> resolved(packet).replace("USER", account.user()))
                .toList();
    }

    private static String resolved(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(octets(escape.group(1))));
    }

    private static String octets(String escape) {
        if (escape.charAt(0) != '*') {
            return String.valueOf(octet(escape));
        }
        int open = escape.indexOf('(');
        return escape.substring(open + 1, escape.length() - 1).repeat(Integer.parseInt(escape.substring(1, open)));
    }

    private static char octet(String escape) {
        return switch (escape.charAt(0)) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'x' -> (char) Integer.parseInt(escape.substring(1), 16);
            default -> escape.charAt(0);
        };
    }

    /** A user name for this attempt; all of one way have the same length, so that announced lengths fit. */
    String user(String way, int number) {
        return String.format(Locale.ROOT, "%s%02d", way, number);
    }

    @Override
    public String toString() {
        return rule + " " + name;
    }
}
