package org.posthouse.imap.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of random pieces: tokens cover them, and a rewrite touches nothing but its token. */
@Tag("fuzz")
class TokenFuzzTest {

    private static final int ROUNDS = 60_000;
    private static final String[] PIECES = {
        "a",
        "FETCH",
        "BODY",
        "[",
        "]",
        "<0.1>",
        "(",
        ")",
        "(",
        ")",
        " ",
        " ",
        " ",
        " ",
        "\"q\"",
        "\"q\\\"\"",
        "{2}\r\nxy",
        "{2+}\r\n()",
        "~{1}\r\n\0",
        "NIL",
        "OK",
        "*",
        "+",
        "[X a]",
        "\\Seen",
        "~",
        "{",
        "é",
        "\r",
        "\n",
        "\0",
        "1:*",
        "text"
    };

    @Test
    void shouldCoverEveryMessageAndChangeOneTokenOnly() {
        Random random = new Random(20261102);
        int valid = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "* 1 FETCH (" : "a UID FETCH ");
            for (int pieces = random.nextInt(14); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            boolean response = text.charAt(0) == '*';
            Octets octets = Octets.owning((text + (response ? ")\r\n" : "\r\n")).getBytes(StandardCharsets.ISO_8859_1));
            Message.Kind kind = response ? Message.Kind.RESPONSE : Message.Kind.COMMAND;
            Message message = Message.of(kind, octets, Reading.TOLERANT, List.of(), true);
            boolean parsed = message.tokens().value().isPresent();
            assertEquals(text.indexOf("\0") >= 0, octets.hasNul(), () -> octets.latin1());
            if (parsed) {
                valid++;
                check(message, message.tokens().value().get(), random);
            }
        }
        assertEquals(true, valid > ROUNDS / 20, valid + " valid");
    }

    private static void check(Message message, TokenTree tree, Random random) {
        Walk.checkLossless(message, tree);
        List<Token> all = Walk.all(tree);
        Token token = all.get(random.nextInt(all.size()));
        Octets changed = message.rewrite(WriteLimits.PLAIN)
                .replace(token, writer -> writer.atom("changed"))
                .message()
                .octets();
        Octets octets = message.octets();
        int end = changed.length() - (octets.length() - token.end());
        assertEquals(octets.slice(0, token.start()), changed.slice(0, token.start()));
        assertEquals(octets.slice(token.end(), octets.length()), changed.slice(end, changed.length()));
        assertEquals("changed", changed.slice(token.start(), end).latin1());
    }
}
