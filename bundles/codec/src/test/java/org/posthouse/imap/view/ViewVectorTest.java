package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/**
 * Own vectors. {@code valid}: in both modes, without deviation. {@code tolerated}: exactly these deviations, and not
 * strictly. {@code tolerated-text}: these, and
 * strictly it is another reading (text, not a code) or no deviation (mailbox names that can't be decoded). {@code malformed},
 * {@code absent}: in both modes. What is read comes back: into its message octet by octet, and alone as an equal value.
 */
@Tag("vectors")
class ViewVectorTest {

    private static final Path FILES = Path.of("src/test/resources/views");

    record Row(Message.Kind kind, String view, String verdict, List<String> defects, byte[] octets, String line) {

        static List<Row> all() throws IOException {
            List<Row> rows = new ArrayList<>();
            for (Message.Kind kind : Message.Kind.values()) {
                String name = kind == Message.Kind.COMMAND ? "commands.txt" : "responses.txt";
                for (String file : List.of(name, "examples-" + name)) {
                    of(kind, file).forEach(rows::add);
                }
            }
            return rows;
        }

        static Stream<Row> of(Message.Kind kind, String file) throws IOException {
            return Files.readAllLines(FILES.resolve(file)).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> read(kind, line));
        }

        private static Row read(Message.Kind kind, String line) {
            int cut = line.indexOf(" :: ");
            String[] words = line.substring(0, cut).split(" ");
            String text = line.substring(cut + 4)
                    .replace("⏎", "\r\n")
                    .replace('␊', '\n')
                    .replace('␍', '\r')
                    .replace('␀', '\0');
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            if (text.indexOf('ÿ') >= 0) {
                octets = text.getBytes(StandardCharsets.ISO_8859_1);
            }
            List<String> defects = words.length > 2 ? Arrays.asList(words[2].split(",")) : List.of();
            return new Row(kind, words[0], words[1], defects, octets, line);
        }

        Message message(Reading reading) {
            return Message.of(kind, Octets.copyOf(octets), reading, List.of(), true);
        }
    }

    @TestFactory
    List<DynamicTest> shouldReadEachRow() throws IOException {
        return Row.all().stream()
                .map(row -> DynamicTest.dynamicTest(row.line(), () -> check(row)))
                .toList();
    }

    /** Client lines that are no commands; what is read writes the octets it was read from. */
    @TestFactory
    List<DynamicTest> shouldReadEachClientLine() throws IOException {
        return Row.of(Message.Kind.COMMAND, "examples-lines.txt")
                .map(row -> DynamicTest.dynamicTest(row.line(), () -> {
                    Octets line = Octets.copyOf(row.octets());
                    Octets back = row.view().equals("done")
                            ? DoneLine.read(line).value().orElseThrow().line()
                            : SaslLine.read(line).value().orElseThrow().line();
                    assertEquals(line, back);
                }))
                .toList();
    }

    private static void check(Row row) {
        View<?> view = Objects.requireNonNull(Views.of(row.kind()).get(row.view()), row.view());
        Message message = row.message(Reading.TOLERANT);
        Parsed<?> tolerant = message.view(view);
        Parsed<?> strict = row.message(Reading.STRICT).view(view);
        boolean tolerated = row.verdict().startsWith("tolerated");
        assertEquals(tolerated ? "valid" : row.verdict(), name(tolerant), tolerant::toString);
        if (!row.verdict().equals("tolerated-text")) {
            assertEquals(tolerated ? "malformed" : row.verdict(), name(strict), strict::toString);
        }
        assertEquals(new TreeSet<>(row.defects()), defects(tolerant), "deviations");
        for (WriteLimits limits : List.of(WriteLimits.PLAIN, WriteLimits.LITERAL_MINUS, WriteLimits.LITERAL_PLUS)) {
            back(message, view, tolerant, limits);
        }
    }

    private static void back(Message message, View<?> view, Parsed<?> seen, WriteLimits limits) {
        Views.into(message, seen, limits)
                .ifPresent(same ->
                        assertEquals(message.octets().latin1(), same.octets().latin1()));
        Views.alone(seen, limits)
                .ifPresent(alone -> assertEquals(seen.value(), alone.view(view).value(), () -> alone.octets()
                        .latin1()));
    }

    private static TreeSet<String> defects(Parsed<?> seen) {
        return seen.deviations().stream()
                .map(deviation -> deviation.defect().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String name(Parsed<?> parsed) {
        return parsed.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
