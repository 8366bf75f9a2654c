package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;

/** Hostile messages: no stack runs over, nothing takes for ever, what nests within the bound is read. */
@Tag("unit")
class ViewBoundsTest {

    private static final String PART = "(\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1)";

    private static Parsed<Response> response(String text) {
        Octets octets = Octets.owning(text.getBytes(StandardCharsets.ISO_8859_1));
        return Message.response(octets, Reading.TOLERANT).view(Response.ANY);
    }

    private static Parsed<Command> command(String text) {
        Octets octets = Octets.owning(text.getBytes(StandardCharsets.ISO_8859_1));
        return Message.command(octets, Reading.TOLERANT).view(Command.ANY);
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + PART + " \"mixed\")".repeat(depth);
    }

    @Test
    void shouldReadAndWriteBodiesAsDeepAsTheBoundAllows() {
        int depth = Reading.TOLERANT.nesting() - 2;
        String line = "* 1 FETCH (BODYSTRUCTURE " + nested(depth) + ")\r\n";
        Response read = response(line).value().orElseThrow();
        assertEquals(line, read.message(WriteLimits.PLAIN).octets().latin1());
        assertFalse(response("* 1 FETCH (BODYSTRUCTURE " + nested(depth + 1) + ")\r\n")
                .malformed()
                .isEmpty());
    }

    @Test
    void shouldReadMessagesInMessagesAsDeepAsTheBoundAllows() {
        String nil = "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
        String head = "(\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 1 " + nil + " ";
        int depth = Reading.TOLERANT.nesting() - 2;
        String line = "* 1 FETCH (BODY " + head.repeat(depth) + PART + " 1)".repeat(depth) + ")\r\n";
        assertEquals(
                line,
                response(line)
                        .value()
                        .orElseThrow()
                        .message(WriteLimits.PLAIN)
                        .octets()
                        .latin1());
    }

    @Test
    void shouldRefuseWhatNestsWithoutEnd() {
        for (String line : List.of(
                "* 1 FETCH (BODYSTRUCTURE " + "(".repeat(100_000) + "\r\n",
                "* 1 FETCH (BODYSTRUCTURE " + nested(100_000) + ")\r\n",
                "* THREAD " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "\r\n",
                "* 1 FETCH (ENVELOPE " + "(".repeat(100_000) + ")".repeat(100_000) + ")\r\n",
                "* NAMESPACE " + "(".repeat(100_000) + "\r\n")) {
            assertTrue(response(line).malformed().isPresent());
        }
        for (String line : List.of(
                "a SEARCH " + "(".repeat(100_000) + "ALL" + ")".repeat(100_000) + "\r\n",
                "a SEARCH " + "NOT ".repeat(100_000) + "ALL\r\n",
                "a SEARCH " + "OR ALL ".repeat(100_000) + "ALL\r\n",
                "a ID " + "(".repeat(100_000) + "\r\n")) {
            assertTrue(command(line).malformed().isPresent());
        }
    }

    @Test
    void shouldBearNumbersWithoutEnd() {
        String digits = "9".repeat(1_000_000);
        for (String line : List.of(
                "* " + digits + " EXISTS\r\n",
                "* SEARCH " + digits + "\r\n",
                "* QUOTA x (STORAGE " + digits + " 1)\r\n",
                "* 1 FETCH (RFC822.SIZE " + digits + ")\r\n",
                "* STATUS x (MESSAGES " + digits + ")\r\n",
                "* 1 FETCH (BODY[" + digits + "] NIL)\r\n",
                "* VANISHED " + digits + "\r\n")) {
            assertTrue(response(line).malformed().isPresent(), line.substring(0, 20));
        }
        assertTrue(command("a FETCH " + digits + " FLAGS\r\n").malformed().isPresent());
    }

    @Test
    void shouldReadAMillionMembersInOneGo() {
        Duration patient = Duration.ofSeconds(60);
        Assertions.assertTimeout(patient, () -> {
            assertTrue(response("* SEARCH" + " 7".repeat(1_000_000) + "\r\n")
                    .value()
                    .isPresent());
            assertTrue(response("* FLAGS (" + "\\Seen ".repeat(300_000) + "x)\r\n")
                    .value()
                    .isPresent());
            assertTrue(response("* 1 FETCH (BODY (" + PART.repeat(100_000) + " \"mixed\"))\r\n")
                    .value()
                    .isPresent());
            assertTrue(response("* THREAD " + "(1)".repeat(500_000) + "\r\n")
                    .value()
                    .isPresent());
            assertTrue(command("a FETCH " + "1,".repeat(500_000) + "2 FLAGS\r\n")
                    .value()
                    .isPresent());
        });
    }
}
