package org.posthouse.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command from outside: octets in, lines out. */
@Tag("unit")
class ParseToolTest {

    private static final String NL = System.lineSeparator();

    private static String parse(byte[] input, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<String> usage = ParseTool.run(List.of(arguments), new ByteArrayInputStream(input), out);
        return usage.orElseGet(() -> out.toString(StandardCharsets.UTF_8));
    }

    private static String parse(String input, String... arguments) throws IOException {
        return parse(input.getBytes(StandardCharsets.ISO_8859_1), arguments);
    }

    @Test
    void shouldShowEachMessageOfATrace() throws IOException {
        String said = parse("* OK ready\r\n* 1 EXISTS\r\na OK done\r\n", "--from", "greeting", "--json");
        List<String> lines = said.lines().toList();
        assertEquals(3, lines.size());
        assertTrue(
                lines.get(0).startsWith("{\"verdict\":\"accept\",\"consumed\":12,\"type\":\"ok\",\"roundtrip\":true"));
        assertTrue(lines.get(1).contains("\"type\":\"exists\""));
        assertTrue(lines.get(2).contains("\"tag\":\"a\""));
    }

    @Test
    void shouldNeverShowASecret() throws IOException {
        String client = "a LOGIN fred sesame\r\nb AUTHENTICATE PLAIN AGZyZWQAc2VzYW1l\r\nc AUTHENTICATE PLAIN\r\n"
                + "AGZyZWQAc2VzYW1l\r\nd XLOGIN fred sesame\r\n";
        String said = parse(client, "--json") + parse(client);
        assertTrue(said.contains("fred"), "the user is no secret");
        assertFalse(said.contains("sesame") || said.contains("c2VzYW1l"), said);
        assertEquals(
                5,
                parse(client, "--json")
                        .lines()
                        .filter(line -> line.contains("accept"))
                        .count());
    }

    @Test
    void shouldNeverShowAnAuthorizedUrl() throws IOException {
        String url =
                "imap://joe@example.com/INBOX/;uid=20;urlauth=submit+fred:internal:91354a473744909de610943775f92038";
        String client = "a APPEND x CATENATE (URL \"" + url + "\")\r\nb URLFETCH \"" + url + "\"\r\n";
        assertFalse(parse("c SELECT " + url + "\r\n").contains("91354a"));
        String server = "a NO [BADURL " + url + "] no\r\n* URLFETCH \"" + url + "\" NIL\r\n";
        String said = parse(client, "--json") + parse(client) + parse(server, "--from=server");
        assertFalse(said.contains("91354a"), said);
        assertEquals(6, said.split("accept[,\"]", -1).length - 1, said);
    }

    @Test
    void shouldSayHowItIsUsed() throws IOException {
        assertEquals(Options.HELP, parse("", "--help"));
        assertEquals(Options.HELP, parse("", "--batch", "-h"));
    }

    @Test
    void shouldSayThatWhatIsRejectedDoesNotComeBack() throws IOException {
        String said = parse("* 1 FETCH (\r\n", "--from=server", "--json");
        assertTrue(said.startsWith("{\"verdict\":\"reject\",\"consumed\":13,\"roundtrip\":false,"), said);
    }

    @Test
    void shouldReadLinesBehindIdleAndAuthenticateAsWhatTheyAre() throws IOException {
        String said = parse("a IDLE\r\nDONE\r\nb AUTHENTICATE LOGIN\r\nZnJlZA==\r\n*\r\nc NOOP\r\n", "--json");
        List<String> types = said.lines()
                .map(line -> line.replaceAll(".*\"type\":\"([a-z]+)\".*", "$1"))
                .toList();
        assertEquals(List.of("idle", "idle", "authenticate", "authenticate", "authenticate", "noop"), types);
    }

    @Test
    void shouldNoteWhatIsToleratedAndRejectItStrictly() throws IOException {
        String line = "* SEARCH 1 2 \r\n";
        assertTrue(parse(line, "--from=server").contains("tolerated: TRAILING_SPACE at octet 12"));
        assertTrue(parse(line, "--from=server", "--mode=strict").startsWith("#1 reject, 15 octets"));
    }

    @Test
    void shouldSayWhatIsIncomplete() throws IOException {
        String literal = parse("a LOGIN {5}\r\nfre");
        assertTrue(literal.startsWith("#1 incomplete at offset 0 (line 1)" + NL), literal);
        assertTrue(literal.contains("  at octet 16 (offset 16): the literal lacks 2 octets"), literal);
        assertTrue(parse("* OK", "--from=server").contains("the line end is missing"));
        assertTrue(parse("* OK", "--from=server", "--json").startsWith("{\"verdict\":\"incomplete\",\"consumed\":0,"));
    }

    @Test
    void shouldSayThatThereIsNothing() throws IOException {
        assertEquals("no message: standard input was empty" + NL, parse(""));
        assertEquals("", parse("", "--json"));
    }

    @Test
    void shouldAnswerEachLineOfABatch() throws IOException {
        String said = parse("""
                {"id":"1","kind":"command","bytes_b64":"YSBOT09QDQo=","expect":"accept","more":{"x":[1]}}

                {"id":"2","kind":"idle","bytes_b64":"ZG9uZQ0KYSBOT09QDQo="}
                {"id":"3","kind":"greeting","bytes_b64":"KiBPSw=="}
                {"id":"4","kind":"frobs","bytes_b64":""}
                {"id":"5","kind":"command"}
                {"id":"6","kind":"command","bytes_b64":"?"}
                nonsense
                """, "--batch");
        assertEquals("""
                {"id":"1","verdict":"accept","consumed":8,"roundtrip":true}
                {"id":"2","verdict":"accept","consumed":6,"roundtrip":true}
                {"id":"3","verdict":"incomplete","consumed":0,"roundtrip":false}
                {"id":"4","error":"line 5: no kind of message: command, response, greeting, authenticate or idle"}
                {"id":"5","error":"line 6: no octets: bytes_b64 is missing"}
                {"id":"6","error":"line 7: bytes_b64 is no base64"}
                {"id":"","error":"line 8: no JSON object of id, kind and bytes_b64"}
                """, said);
    }

    @Test
    void shouldRefuseALineOfABatchThatHoldsMoreThanOneObject() throws IOException {
        String row = "{\"id\":\"1\",\"kind\":\"command\",\"bytes_b64\":\"YSBOT09QDQo=\"}";
        for (String more : List.of(row, " 1", "]", "}", "x", ",")) {
            assertTrue(parse(row + more + "\n", "--batch").contains("\"error\":\"line 1: "), more);
        }
        assertTrue(parse("{\"id\":[1],\"kind\":\"command\",\"bytes_b64\":\"\"}", "--batch")
                .contains("\"error\""));
        assertTrue(parse(row + " \t\n", "--batch").contains("accept"));
    }

    @Test
    void shouldGoOnBehindALineThatLooksLikeAnotherEncoding() throws IOException {
        String good = "{\"id\":\"good\",\"kind\":\"command\",\"bytes_b64\":\"YSBOT09QDQo=\"}\n";

        String answers = parse("\0\0{\0 abc\n" + good, "--batch");

        assertEquals(2, answers.lines().count(), answers);
        assertTrue(answers.contains("\"id\":\"good\",\"verdict\":\"accept\""), answers);
    }

    @Test
    void shouldTakeABatchStrictlyUnlessToldOtherwise() throws IOException {
        String row = "{\"id\":\"1\",\"kind\":\"response\",\"bytes_b64\":\"KiBTRUFSQ0ggDQo=\"}\n";
        assertTrue(parse(row, "--batch").contains("reject"));
        assertTrue(parse(row, "--batch", "--mode", "tolerant").contains("accept"));
    }

    @Test
    void shouldAnswerABatchWholeWhenAskedForJson() throws IOException {
        String row = "{\"id\":\"1\",\"kind\":\"response\",\"bytes_b64\":\"KiBTRUFSQ0ggDQo=\"}\n";
        String whole = parse(row, "--batch", "--json", "--mode=tolerant");
        assertTrue(
                whole.startsWith(
                        "{\"id\":\"1\",\"verdict\":\"accept\",\"consumed\":11,\"type\":\"search\","
                                + "\"roundtrip\":true,\"deviations\":[{\"defect\":\"TRAILING_SPACE\",\"position\":8}],\"tree\":{"),
                whole);
        String rejected = parse(row, "--batch", "--json");
        assertTrue(rejected.contains("\"roundtrip\":false,\"position\":8,\"reason\":\""), rejected);
    }

    @Test
    void shouldBearWhateverComes() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] octets = new byte[random.nextInt(400)];
            random.nextBytes(octets);
            for (String from : List.of("client", "server", "greeting")) {
                parse(octets, "--from", from, "--json");
                parse(octets, "--from", from);
            }
            parse(octets, "--batch");
        }
    }

    @Test
    void shouldShowALargeLiteralShortened() throws IOException {
        String said = parse("* 1 FETCH (BODY[] {1000000}\r\n" + "x".repeat(1_000_000) + ")\r\n", "--from", "server");
        assertTrue(said.length() < 10_000 && said.contains("(1000000 octets)"));
    }

    @Test
    void shouldKeepControlCharactersFromTheTerminal() throws IOException {
        assertFalse(parse("* OK \u001b[31mred\r\n", "--from", "server").contains("\u001b"));
    }
}
