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
        "INITIAL_RESPONSE, a1 authenticate scram-sha-256, a1 authenticate scram-sha-256",
        "INITIAL_RESPONSE, a1 AUTHENTICATE Geheim77x, a1 AUTHENTICATE ***",
        "INITIAL_RESPONSE, a1 AUTHENTICATE Geheim77x AHU=, a1 AUTHENTICATE ***",
        "INITIAL_RESPONSE, a1 AUTHENTICATE, a1 AUTHENTICATE",
        "INITIAL_RESPONSE, Geheim77x AUTHENTICATE PLAIN AHU=, *** AUTHENTICATE PLAIN ***",
        "ARGUMENTS, Geheim77x LOGIN user pass, *** LOGIN ***",
        "ODD_TAG, Geheim77x NOOP, *** NOOP",
        "ODD_TAG, Geheim77x OK done, *** OK done",
        "ODD_TAG, A0001 CAPABILITY, A0001 CAPABILITY",
        "ODD_TAG, ABCD12 NOOP, ABCD12 NOOP",
        "ODD_TAG, 12.34 NOOP, 12.34 NOOP",
        "ODD_TAG, a.b+ NOOP, a.b+ NOOP",
        "ODD_TAG, ABCDE1 NOOP, *** NOOP",
        "ODD_TAG, a123456789 NOOP, *** NOOP",
        "ODD_TAG, Geheim77x, ***",
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

    @Test
    void shouldHideValuesOfAnnotationsAndOddTagsBeforeLogin() {
        assertEquals(Redaction.ARGUMENTS, Redaction.ofCommand(CommandSpec.SETMETADATA, true, true));
        assertEquals(Redaction.ALL, Redaction.ofCommand(CommandSpec.SETMETADATA, false, true));
        assertEquals(Redaction.ODD_TAG, Redaction.ofCommand(CommandSpec.NOOP, true, false));
        assertEquals(Redaction.NONE, Redaction.ofCommand(CommandSpec.NOOP, true, true));
    }

    @ParameterizedTest
    @CsvSource({"a\u0000b, a\\x00b", "a\u00e4, a\\xe4", "a\u001b[2J, a\\x1b[2J"})
    void shouldEscapeWhatATerminalWouldObeyWhenPeopleRead(String line, String text) {
        assertEquals(text, Redaction.NONE.text(line.getBytes(ISO_8859_1)));
    }
}
