package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.WriteLimits;

/** Random valid values: written, they are read back as what they were, alone and into another message. */
@Tag("unit")
class RoundTripTest {

    private static final int ROUNDS = 600;
    private static final List<WriteLimits> LIMITS = List.of(
            WriteLimits.PLAIN,
            WriteLimits.LITERAL_MINUS,
            WriteLimits.LITERAL_PLUS,
            WriteLimits.PLAIN.withUtf8(true),
            WriteLimits.LITERAL_PLUS.withUtf8(true));

    @Test
    void shouldReadBackEachCommand() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomValues values = new RandomValues(seed);
            WriteLimits limits = LIMITS.get(values.below(LIMITS.size()));
            for (Command command : values.commands()) {
                Message message = command.message("t1", limits);
                assertEquals(Optional.of(command), message.view(command.view()).value(), say(seed, message));
            }
        }
    }

    @Test
    void shouldReadBackEachResponse() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomValues values = new RandomValues(seed);
            WriteLimits limits = LIMITS.get(values.below(LIMITS.size()));
            for (Response response : values.responses()) {
                Message message = response.message(limits);
                assertEquals(
                        Optional.of(response), message.view(response.view()).value(), say(seed, message));
            }
        }
    }

    @Test
    void shouldSayWhatIsNewWhenWrittenIntoAnOldMessage() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomValues values = new RandomValues(seed);
            WriteLimits limits = LIMITS.get(values.below(LIMITS.size()));
            List<Command> old = values.commands();
            List<Command> fresh = values.commands();
            for (int i = 0; i < old.size(); i++) {
                Message before = old.get(i).message("t1", limits);
                if (before.streamed().isEmpty()) {
                    Message after = fresh.get(i).into(before, limits);
                    assertEquals(
                            Optional.of(fresh.get(i)),
                            after.view(fresh.get(i).view()).value(),
                            say(seed, after));
                }
            }
        }
    }

    @Test
    void shouldSayWhatIsNewWhenWrittenIntoAnOldResponse() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomValues values = new RandomValues(seed);
            List<Response> old = values.responses();
            List<Response> fresh = values.responses();
            for (int i = 0; i < old.size(); i++) {
                Message before = old.get(i).message(WriteLimits.PLAIN);
                if (before.streamed().isEmpty()) {
                    Message after = fresh.get(i).into(before, WriteLimits.PLAIN);
                    assertEquals(
                            Optional.of(fresh.get(i)),
                            after.view(fresh.get(i).view()).value(),
                            say(seed, after));
                }
            }
        }
    }

    @Test
    void shouldReadBackEachSaslMessageAndNeverPrintASecret() {
        List<String> mechanisms = List.of("PLAIN", "login", "XOAUTH2", "OAuthBearer", "SCRAM-SHA-256-PLUS", "cram-md5");
        for (int seed = 0; seed < ROUNDS; seed++) {
            List<SaslMessage> messages = new RandomValues(seed).sasl();
            for (int i = 0; i < messages.size(); i++) {
                SaslLine line = messages.get(i).line();
                SaslLine again = SaslLine.read(line.line()).value().orElseThrow();
                assertEquals(Optional.of(messages.get(i)), SaslMessage.read(mechanisms.get(i), again));
                Octets encoded = line.line();
                assertFalse(line.toString()
                        .contains(encoded.slice(0, encoded.length() - 2).latin1() + " "));
            }
        }
    }

    @Test
    void shouldReadBackEachMailboxName() {
        for (int seed = 0; seed < 50 * ROUNDS; seed++) {
            MailboxName name = new RandomValues(seed).mailbox();
            assertEquals(Optional.of(name), MailboxName.read(name.wire(false), false));
            assertEquals(Optional.of(name), MailboxName.read(name.wire(true), true));
        }
    }

    private static String say(int seed, Message message) {
        return seed + ": " + message.octets().latin1();
    }
}
