package org.posthouse.imap.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.view.FetchData;
import org.posthouse.imap.view.SearchCommand;
import org.posthouse.imap.view.SequenceSet;

/** What an attacker would send. The time limit is for what would never end, not a measurement. */
@Tag("unit")
class BoundsTest {

    private static final int MANY = 100_000;

    private static Parsed<TokenTree> command(String text, Reading reading) {
        Message message = Message.command(Octets.of(text), reading);
        Parsed<TokenTree> tokens = message.tokens();
        message.view(SearchCommand.VIEW);
        tokens.value().ifPresent(tree -> Walk.checkLossless(message, tree));
        return tokens;
    }

    @Test
    void shouldBoundNestingWithoutTheStack() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String pair : List.of("()", "(x)", "((", "))", "([")) {
                String deep = pair.substring(0, 1).repeat(MANY)
                        + pair.substring(pair.length() - 1).repeat(MANY);
                assertTrue(command("a SEARCH " + deep + "\r\n", Reading.TOLERANT)
                        .malformed()
                        .isPresent());
            }
            Reading deepest = Reading.TOLERANT.withNesting(Reading.DEEPEST);
            String at = "(".repeat(Reading.DEEPEST) + "ALL" + ")".repeat(Reading.DEEPEST);
            assertTrue(command("a SEARCH " + at + "\r\n", deepest).value().isPresent());
            assertTrue(command("a SEARCH (" + at + ")\r\n", deepest).malformed().isPresent());
        });
    }

    @Test
    void shouldBoundSearchKeysThatNestWithoutParentheses() {
        for (String prefix : List.of("NOT ", "OR ALL ", "OR ", "FUZZY ")) {
            String keys = prefix.repeat(MANY) + "ALL";
            Message message = Message.command(Octets.of("a SEARCH " + keys + "\r\n"), Reading.TOLERANT);
            assertTrue(message.view(SearchCommand.VIEW).malformed().isPresent(), prefix);
        }
    }

    @Test
    void shouldTakeLongInputsOfEveryKindInLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String piece :
                    List.of("{1", "{", "[", "]", "~{1+", "\"", "\"a\" ", "a ", "  ", "\\", "()", "BODY[", "\r", "\0")) {
                command("a SEARCH " + piece.repeat(MANY) + "\r\n", Reading.TOLERANT);
                command("a FETCH 1 " + piece.repeat(MANY) + "\r\n", Reading.TOLERANT);
                Message status =
                        Message.response(Octets.of("* OK [X " + piece.repeat(MANY) + "\r\n"), Reading.TOLERANT);
                status.tokens();
                Message fetch =
                        Message.response(Octets.of("* 1 FETCH (" + piece.repeat(MANY) + ")\r\n"), Reading.TOLERANT);
                fetch.view(FetchData.VIEW);
            }
            StringBuilder set = new StringBuilder("1");
            for (int i = 2; i < MANY; i++) {
                set.append(',').append(i);
            }
            assertTrue(SequenceSet.parse(set.toString()).isPresent());
        });
    }

    @Test
    void shouldRefuseNumbersBeyondTheirRange() {
        for (String size : List.of("9223372036854775808", "99999999999999999999999", "1" + "0".repeat(50))) {
            Message message =
                    Message.response(Octets.of("* 1 FETCH (BODY[] {" + size + "}\r\nx)\r\n"), Reading.TOLERANT);
            assertTrue(message.tokens().malformed().isPresent(), size);
        }
        Message cut = Message.response(Octets.of("* 1 FETCH (BODY[] {9223372036854775807}\r\n"), Reading.TOLERANT);
        assertEquals(
                "a literal longer than its message",
                cut.tokens().malformed().orElseThrow().reason());
    }
}
