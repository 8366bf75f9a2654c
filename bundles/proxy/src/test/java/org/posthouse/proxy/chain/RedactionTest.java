package org.posthouse.proxy.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posthouse.imap.wire.CommandSpec;

@Tag("unit")
class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, a1 NOOP, a1 NOOP",
        "ARGUMENTS, a1 LOGIN user pass, a1 LOGIN ***",
        "ARGUMENTS, a1 LOGIN {4}, a1 LOGIN ***",
        "ARGUMENTS, a1 NOOP, a1 NOOP",
        "INITIAL_RESPONSE, a1 AUTHENTICATE PLAIN AHU=, a1 AUTHENTICATE PLAIN ***",
        "INITIAL_RESPONSE, a1 AUTHENTICATE PLAIN, a1 AUTHENTICATE PLAIN",
        "CHALLENGE, + cj1=, + ***",
        "CHALLENGE, +, +",
        "TAG, Geheim77x BAD posthouse: no command, *** BAD posthouse: no command",
        "TAG, Geheim77x, ***",
        "ALL, AHUAcA==, ***"
    })
    void shouldHideWhatCanBeACredentialWhenPeopleRead(Redaction redaction, String line, String text) {
        assertEquals(text, redaction.text((line + "\r\n").getBytes(ISO_8859_1)));
    }

    @Test
    void shouldHideTheWholeLineWhenItIsNoKnownCommandBeforeLogin() {
        assertEquals(Redaction.ALL, Redaction.ofCommand(CommandSpec.UNKNOWN, true, false));
        assertEquals(Redaction.ARGUMENTS, Redaction.ofCommand(CommandSpec.UNKNOWN, true, true));
        assertEquals(Redaction.ARGUMENTS, Redaction.ofCommand(CommandSpec.LOGIN, true, false));
        assertEquals(Redaction.ALL, Redaction.ofCommand(CommandSpec.LOGIN, false, false));
    }

    @ParameterizedTest
    @CsvSource({"a\u0000b, a\\x00b", "a\u00e4, a\\xe4", "a\u001b[2J, a\\x1b[2J"})
    void shouldEscapeWhatATerminalWouldObeyWhenPeopleRead(String line, String text) {
        assertEquals(text, Redaction.NONE.text(line.getBytes(ISO_8859_1)));
    }
}
