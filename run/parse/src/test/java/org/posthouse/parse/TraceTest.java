package org.posthouse.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces as people have them: long ones, and such as aren't octets from the wire. */
@Tag("unit")
class TraceTest {

    private static String parse(String input, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParseTool.run(List.of(arguments), new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> heads(String said) {
        return said.lines().filter(line -> line.startsWith("#")).toList();
    }

    @Test
    void shouldSayWhereEachMessageBegins() throws IOException {
        String server = "* 2 EXISTS\r\n* 1 FETCH (BODY[] {7}\r\nab\r\nc\r\n)\r\n* 1 FETCH (\r\na OK x\r\n* 3";
        String said = parse(server, "--from=server");
        assertEquals(
                List.of(
                        "#1 accept, 12 octets at offset 0 (line 1), exists",
                        "#2 accept, 33 octets at offset 12 (line 2), fetch",
                        "#3 reject, 13 octets at offset 45 (line 6)",
                        "#4 accept, 8 octets at offset 58 (line 7), ok",
                        "#5 incomplete at offset 66 (line 8)"),
                heads(said));
        assertTrue(said.contains("  at octet 11 (offset 56): "), said);
        assertTrue(
                said.strip().endsWith("5 messages: 3 accept, 1 incomplete, 1 reject; look at #3 (line 6), #5 (line 8)"),
                said);
    }

    @Test
    void shouldSayTheSameAsJsonBehindWhatWasThereBefore() throws IOException {
        List<String> lines =
                parse("a NOOP\r\nb FETCH\r\nc NOOP\r\n", "--json").lines().toList();
        assertTrue(lines.get(0).startsWith("{\"verdict\":\"accept\",\"consumed\":8,\"type\":\"noop\","), lines.get(0));
        assertTrue(lines.get(0).endsWith(",\"number\":1,\"offset\":0,\"line\":1}"), lines.get(0));
        assertTrue(lines.get(1).endsWith(",\"number\":2,\"offset\":8,\"line\":2}"), lines.get(1));
        assertTrue(lines.get(2).endsWith(",\"number\":3,\"offset\":17,\"line\":3}"), lines.get(2));
    }

    @Test
    void shouldShowTheTagOfACommandThatIsKnown() throws IOException {
        String trace = "a1 NOOP\r\ns3cret! hunter2\r\n";
        assertTrue(parse(trace).startsWith("#1 accept, 9 octets at offset 0 (line 1), noop, tag a1"), parse(trace));
        assertTrue(parse(trace, "--json").contains(",\"roundtrip\":true,\"tag\":\"a1\","), parse(trace, "--json"));
        assertFalse((parse(trace) + parse(trace, "--json")).contains("s3cret"), parse(trace));
        assertFalse(parse("a AUTHENTICATE PLAIN {13}\r\ns3cretPW NOOP\r\n").contains("s3cret"));
    }

    @Test
    void shouldCountOnWhenATraceIsLongerThanItsBuffer() throws IOException {
        String said = parse("* 1 EXISTS\r\n".repeat(20_000) + "* 1 FETCH (\r\n".repeat(30), "--from=server");
        assertTrue(said.contains("#20001 reject, 13 octets at offset 240000 (line 20001)"));
        String last = said.substring(said.lastIndexOf("20030 messages"));
        assertTrue(last.startsWith("20030 messages: 20000 accept, 30 reject; look at #20001 (line 20001), "), last);
        assertTrue(last.strip().endsWith("#20020 (line 20020), …"), last);
    }

    @Test
    void shouldPointAtTheHeadOfALineThatIsNoCommand() throws IOException {
        assertTrue(parse("* NOOP\r\n").contains("  at octet 0 (offset 0): tag outside the grammar"));
        assertTrue(parse("a NOOP\r\nb\r\n").contains("  at octet 1 (offset 9): no command behind the tag"));
    }

    /** A line that isn't the command it looks like: where the name should be stands what nobody may see. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1 LOGIN joe {99999999999999999999999}\r\ncorrect horse\r\n",
                "a1 LOGIN joe {13} \r\ncorrect horse\r\n",
                "a1 LOGIN joe {13\r\ncorrect horse\r\n",
                "4> a1 AUTHENTICATE PLAIN\r\n4> horse\r\n",
                "[C] horse\r\n",
                "12:00 horse\r\n",
                "send: horse\r\n",
                "joe Horse\r\n",
                "correct xhorse\r\n",
                "LOGIN horse\r\n"
            })
    void shouldShowNoNameThatNobodyKnows(String input) throws IOException {
        for (String mode : List.of("strict", "tolerant")) {
            String said = parse(input, "--mode", mode) + parse(input, "--json", "--mode", mode);
            assertFalse(said.toLowerCase(Locale.ROOT).contains("horse"), said);
        }
        assertTrue(parse("a1 XFROB 1\r\n").contains("name: *** (5 octets)"));
        assertTrue(parse("a1 UID CONVERT 1 (\"text/plain\" (\"charset\" \"utf-8\")) BINARY[1]\r\n")
                .contains("name: UID CONVERT"));
    }

    @Test
    void shouldSayThatCarriageReturnsAreMissingThoughAllIsUnderstood() throws IOException {
        String said = parse("* 1 EXISTS\n* 2 EXISTS\n", "--from=server");
        assertEquals(
                1,
                said.lines()
                        .filter(line -> line.contains("lines end in LF alone"))
                        .count(),
                said);
        assertTrue(said.contains("2 messages: 2 accept, 2 of them not by the letter (tolerated)"), said);
    }

    /** Escapes as in Java; the last column is a part of the hint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client   | S: * OK hello\\n                      | didn't go over the wire, and one direction
            client   | C: a1 LOGIN fred sesame\\n            | didn't go over the wire, and one direction
            server   | S: a1 OK done\\n                      | didn't go over the wire, and one direction
            server   | '< * OK hello\\n'                     | didn't go over the wire, and one direction
            client   | > A001 CAPABILITY\\n                  | didn't go over the wire, and one direction
            client   | 2026-11-20 10:00:01 a1 NOOP\\n        | (a time)
            server   | [10:00:01] * 2 EXISTS\\n              | (a time)
            server   | Nov  2 10:00:01 host * 2 EXISTS\\n    | (a time)
            client   | 1763632801.123456 a1 NOOP\\n          | (a time)
            client   | * OK ready\\r\\n                      | --from server
            client   | a1 OK done\\r\\n                      | --from server
            client   | + idling\\r\\n                        | --from server
            server   | a1 NOOP\\r\\n                         | --from client
            greeting | a1 NOOP\\r\\n                         | --from client
            server   | CONNECTED(00000003)\\n                | openssl or curl
            server   | '*   Trying 127.0.0.1:143...\\n'      | openssl or curl
            server   | '    * 2 EXISTS\\r\\n'                | blanks before the line
            client   | '\\r\\n'                              | an empty line
            client   | a LOGIN fred\\tsesame\\r\\n           | a tab stands
            server   | * 2\\tEXISTS\\r\\n                    | a tab stands
            client   | '\\026\\003\\001\\002\\000'           | TLS
            client   | '\\324\\303\\262\\241'                 | capture of packets
            client   | '\\377\\376a\\000 \\000'               | UTF-16
            server   | '\\357\\273\\277* OK hello\\r\\n'      | byte order mark
            client   | a LOGIN {4}\\nfred x\\n               | makes CRLF
            server   | * 1 FETCH (BODY[] {4}\\na\\n)\\na OK x\\n | makes CRLF
            """)
    void shouldSayWhatTheInputProbablyIsInstead(String from, String trace, String hint) throws IOException {
        String octets = trace.translateEscapes();
        String said = parse(octets, "--from", from);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("  hint: ") && line.contains(hint)), said);
        assertTrue(parse(octets, "--from", from, "--json").contains(hint));
    }

    @Test
    void shouldGiveAHintOnceAndNoneForWhatIsUnderstood() throws IOException {
        String said = parse("S: * OK hi\nS: * 2 EXISTS\nS: a OK done\n", "--from=server");
        assertEquals(1, said.split("hint: ", -1).length - 1, said);
        assertFalse(parse("C: NOOP\r\nd XFOO bar\r\n").contains("hint: "), "a tag like any other");
    }

    @Test
    void shouldPassOverTheLiteralOfARefusedLine() throws IOException {
        String said = parse("a LOGIN {4}\nfred {11}\nopen sesame\nb NOOP\n");
        assertEquals(
                List.of(
                        "#1 reject, 34 octets at offset 0 (line 1)",
                        "#2 accept, 7 octets at offset 34 (line 4), noop, tag b"),
                heads(said));
        assertFalse(said.toLowerCase(Locale.ROOT).contains("sesame"), said);

        String eager = parse("a NOOP {11+}\r\nopen sesame\r\nb NOOP\r\n", "--json");
        assertEquals(2, eager.lines().count(), eager);
        assertFalse(eager.contains("SESAME"), eager);
    }

    @Test
    void shouldPassOverALiteralThatEndsWithTheInput() throws IOException {
        for (String end : List.of("open", "open sesame", "open sesame, and more")) {
            String said = parse("a LOGIN fred {11}\n" + end, "--json");
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.startsWith("{\"verdict\":\"reject\",\"consumed\":" + (18 + end.length()) + ","), said);
        }
        assertEquals(
                1,
                heads(parse("a LOGIN fred {999999999999999999}\nopen sesame\n")).size());
    }

    @Test
    void shouldShowNothingThatMayBeALiteralOrALineOfSasl() throws IOException {
        for (String client : List.of(
                "a LOGIN fred{11}\r\nopen sesame\r\n",
                "C: a AUTHENTICATE PLAIN\nS: +\nC: SESAME\n",
                "10:00:01 SESAME\n",
                "1763632801.123456 SESAME\n")) {
            String said = parse(client) + parse(client, "--json");
            assertFalse(said.toUpperCase(Locale.ROOT).contains("SESAME"), said);
        }
    }

    @Test
    void shouldStayWithTheServerWhateverItsDataAreCalled() throws IOException {
        assertEquals(
                List.of("idle", "exists"),
                parse("* IDLE x\r\n* 2 EXISTS\r\n", "--from=server", "--json")
                        .lines()
                        .map(line -> line.replaceAll(".*\"type\":\"([a-z]+)\".*", "$1"))
                        .toList());
    }
}
