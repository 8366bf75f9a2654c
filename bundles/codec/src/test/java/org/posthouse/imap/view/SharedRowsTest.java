package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/**
 * The shared rows: every {@code accept} has tokens in both modes (rows for lenient readers: tolerantly), is Malformed for
 * no view, and comes back octet by octet through its tokens and through its view; no {@code incomplete} has tokens.
 */
@Tag("vectors")
class SharedRowsTest {

    private static final Pattern REMAINDER = Pattern.compile("remainder=(\\d+)");

    /** Accepted by the file, against the RFC: number64 ends at 2^63-1 (RFC 9208), STATUS asks for one item at least. */
    private static final Set<String> AGAINST_THE_RFC = Set.of("unit-0146", "wrapped-0380", "unit-0223");

    record Row(String id, Message.Kind kind, byte[] octets, String expect, String note) {

        static List<Row> all() throws IOException {
            Path file = Path.of(System.getProperty("posthouse.shared", "missing"), "vectors", "codec-vectors.jsonl");
            Assumptions.assumeTrue(Files.exists(file), "no shared vectors: set posthouse.shared");
            return Files.readAllLines(file).stream()
                    .filter(json -> List.of("command", "response", "greeting").contains(field(json, "kind")))
                    .map(Row::of)
                    .toList();
        }

        private static Row of(String json) {
            boolean command = field(json, "kind").equals("command");
            String note = field(json, "note");
            byte[] octets = Base64.getDecoder().decode(field(json, "bytes_b64"));
            Matcher remainder = REMAINDER.matcher(note);
            int length = octets.length - (remainder.find() ? Integer.parseInt(remainder.group(1)) : 0);
            return new Row(
                    field(json, "id"),
                    command ? Message.Kind.COMMAND : Message.Kind.RESPONSE,
                    Arrays.copyOf(octets, length),
                    field(json, "expect"),
                    note);
        }

        private static String field(String json, String name) {
            Matcher field = Pattern.compile("\"" + name + "\": \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"")
                    .matcher(json);
            assertTrue(field.find(), name);
            return field.group(1);
        }

        Message message(Reading reading) {
            return Message.of(kind, Octets.copyOf(octets), reading, List.of(), true);
        }
    }

    @TestFactory
    List<DynamicTest> shouldGiveBackEachRow() throws IOException {
        return Row.all().stream()
                .filter(row -> !row.expect().equals("reject"))
                .map(row -> DynamicTest.dynamicTest(row.expect() + " " + row.id(), () -> check(row)))
                .toList();
    }

    private static void check(Row row) {
        if (row.expect().equals("incomplete")) {
            assertTrue(row.message(Reading.TOLERANT).tokens().malformed().isPresent());
            return;
        }
        accepted(row, row.message(Reading.TOLERANT));
        if (!row.note().contains("LENIENT") && !AGAINST_THE_RFC.contains(row.id())) {
            accepted(row, row.message(Reading.STRICT));
        }
    }

    private static void accepted(Row row, Message message) {
        Parsed<TokenTree> tokens = message.tokens();
        assertTrue(tokens.value().isPresent(), tokens::toString);
        assertEquals(
                message.octets(), message.rewrite(WriteLimits.PLAIN).message().octets());
        for (View<?> view : Views.of(row.kind()).values()) {
            if (view.equals(StatusResponse.GREETING)) {
                // For one message of a connection, and Malformed for all others.
                continue;
            }
            Parsed<?> seen = message.view(view);
            assertTrue(seen.malformed().isEmpty(), seen::toString);
            Views.into(message, seen, WriteLimits.PLAIN)
                    .ifPresent(same -> assertEquals(message.octets(), same.octets()));
        }
    }
}
