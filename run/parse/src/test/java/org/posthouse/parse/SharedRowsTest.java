package org.posthouse.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the shared vectors gets the verdict that the file expects: strictly, rows for lenient readers tolerantly,
 * ALT admits a second one; what is accepted is consumed to its end and comes back octet by octet.
 */
@Tag("vectors")
class SharedRowsTest {

    /** The file against the RFC; each is judged as the RFC says, which is what is asserted here. */
    private static final Map<String, String> AGAINST_THE_RFC = Map.of(
            // number64 is below 2^63 (RFC 9208 §6, RFC 9051 §9).
            "unit-0146", "reject",
            "wrapped-0380", "reject",
            // STATUS asks for one item at least (RFC 3501 §9, RFC 9051 §9).
            "unit-0223", "reject",
            // Behind a code the text may be empty (RFC 9051 §9 resp-text).
            "unit-0198", "accept",
            // LARGER has a number64 (RFC 9051 §9 search-key).
            "wrapped-0089", "accept",
            // A literal's length is a number64 (RFC 9051 §9 literal).
            "frag-0034", "incomplete");

    private static final Pattern REMAINDER = Pattern.compile("remainder=(\\d+)");
    private static final Pattern ALTERNATIVE = Pattern.compile("ALT=(\\w+)");

    private record Row(String id, String kind, byte[] octets, String expect, String note) {

        static Row of(String line) {
            Map<String, String> fields = new HashMap<>();
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, parser.getText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Row(
                    fields.getOrDefault("id", ""),
                    fields.getOrDefault("kind", ""),
                    Base64.getDecoder().decode(fields.getOrDefault("bytes_b64", "")),
                    fields.getOrDefault("expect", ""),
                    fields.getOrDefault("note", ""));
        }

        int message() {
            Matcher remainder = REMAINDER.matcher(note);
            return octets.length - (remainder.find() ? Integer.parseInt(remainder.group(1)) : 0);
        }

        Set<String> verdicts() {
            if (AGAINST_THE_RFC.containsKey(id)) {
                return Set.of(AGAINST_THE_RFC.getOrDefault(id, ""));
            }
            Matcher alternative = ALTERNATIVE.matcher(note);
            return alternative.find() ? new TreeSet<>(List.of(expect, alternative.group(1))) : Set.of(expect);
        }
    }

    @TestFactory
    List<DynamicTest> shouldJudgeEachRowAsTheFileSays() throws IOException {
        Path file = Path.of(System.getProperty("posthouse.shared", "missing"), "vectors", "codec-vectors.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "no shared vectors: set posthouse.shared");
        return Files.readAllLines(file).stream()
                .map(Row::of)
                .map(row -> DynamicTest.dynamicTest(row.id(), () -> check(row)))
                .toList();
    }

    private static void check(Row row) {
        Kind kind = Kind.of(row.kind()).orElseThrow();
        Judge judge = new Judge(!row.note().contains("LENIENT"));
        Judgement judgement = judge.judge(kind, row.octets(), 0, row.octets().length);
        assertTrue(row.verdicts().contains(judgement.verdict().toString()), () -> row.note() + " " + judgement);
        if (judgement.verdict() == Judgement.Verdict.ACCEPT) {
            assertEquals(row.message(), judgement.consumed(), "consumed");
            assertTrue(judgement.sameBack(), "written back");
        }
    }
}
