package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;

/**
 * Whatever comes: tokens and views throw nothing and give back every octet, and what strict takes tolerant takes too.
 * In a normal run the seeds alone; {@code JAZZER_FUZZ=1 mvn … -Dtest=LanguageFuzzTest#…} searches for new ones.
 */
@Tag("fuzz")
class LanguageFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void commands(byte[] input) {
        Octets octets = Octets.copyOf(input);
        Message message = Message.command(octets, Reading.TOLERANT);
        Parsed<Command> tolerant = message.view(Command.ANY);
        tolerant.value()
                .ifPresent(command -> assertEquals(
                        octets, command.into(message, WriteLimits.LITERAL_PLUS).octets()));
        boolean strict = Message.command(octets, Reading.STRICT)
                .view(Command.ANY)
                .value()
                .isPresent();
        assertEquals(true, !strict || tolerant.value().isPresent());
    }

    @FuzzTest(maxDuration = "5m")
    void responses(byte[] input) {
        Octets octets = Octets.copyOf(input);
        Message message = Message.response(octets, Reading.TOLERANT);
        Parsed<Response> tolerant = message.view(Response.ANY);
        tolerant.value()
                .ifPresent(response -> assertEquals(
                        octets, response.into(message, WriteLimits.PLAIN).octets()));
        boolean strict = Message.response(octets, Reading.STRICT)
                .view(Response.ANY)
                .value()
                .isPresent();
        assertEquals(true, !strict || tolerant.value().isPresent());
    }
}
