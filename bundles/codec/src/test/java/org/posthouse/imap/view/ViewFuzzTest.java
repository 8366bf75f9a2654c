package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/**
 * Mutated vectors: nothing throws, nothing is lost, what a view read it writes back as it was. The seed is fixed;
 * {@code -Dposthouse.fuzz=SECONDS} goes on with other seeds for so long.
 */
@Tag("fuzz")
class ViewFuzzTest {

    private static final int ROUNDS = 60_000;
    private static final long EXTRA_NANOS = Long.getLong("posthouse.fuzz", 0) * 1_000_000_000L;
    private static final String[] SPICES = {
        "\r\n",
        "\n",
        "\r",
        "\0",
        "{3}\r\nabc",
        "{3+}\r\nabc",
        "~{3}\r\nabc",
        "{0}\r\n",
        "{",
        "}",
        "\"",
        "\\",
        "(",
        ")",
        "[",
        "]",
        " ",
        "  ",
        "+",
        "*",
        "NIL",
        "BODY[",
        "<0>",
        "<0.1>",
        "\\Seen",
        "[X ",
        "] ",
        ")(",
        "$",
        "1:*",
        "\u00ff",
        "CATENATE ",
        "RETURN (",
        "NOT ",
        "OR ",
        "=",
        "&",
        "99999999999999999999"
    };

    @Test
    void shouldNeitherThrowNorLose(TestReporter reporter) throws IOException {
        List<ViewVectorTest.Row> rows = ViewVectorTest.Row.all();
        Random random = new Random(20261103);
        long executions = 0;
        for (; executions < ROUNDS; executions++) {
            round(rows, random);
        }
        Random other = new Random();
        for (long start = System.nanoTime(); System.nanoTime() - start < EXTRA_NANOS; executions++) {
            round(rows, other);
        }
        reporter.publishEntry("executions", Long.toString(executions));
    }

    private static void round(List<ViewVectorTest.Row> rows, Random random) {
        ViewVectorTest.Row row = rows.get(random.nextInt(rows.size()));
        StringBuilder text = new StringBuilder(new String(row.octets(), StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(5); i >= 0; i--) {
            mutate(text, random);
        }
        byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        boolean complete = random.nextInt(4) > 0;
        Reading reading = random.nextInt(4) > 0 ? Reading.TOLERANT : Reading.STRICT;
        Message message = Message.of(row.kind(), Octets.owning(octets), reading, List.of(), complete);
        try {
            check(message, views(row, random));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    row.kind() + " " + complete + " " + Base64.getEncoder().encodeToString(octets), e);
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, SPICES[random.nextInt(SPICES.length)]);
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            case 2 -> text.insert(at, (char) random.nextInt(256));
            default -> text.replace(at, Math.min(text.length(), at + 1), SPICES[random.nextInt(SPICES.length)]);
        }
    }

    /** The row's own, the one that reads all, and another: all of them each time would be slow. */
    private static List<View<?>> views(ViewVectorTest.Row row, Random random) {
        List<View<?>> all = List.copyOf(Views.of(row.kind()).values());
        View<?> any = row.kind() == Message.Kind.COMMAND ? Command.ANY : Response.ANY;
        View<?> own = Objects.requireNonNull(Views.of(row.kind()).get(row.view()));
        return List.of(own, any, all.get(random.nextInt(all.size())));
    }

    private static void check(Message message, List<View<?>> views) {
        Parsed<TokenTree> tokens = message.tokens();
        assertTrue(!tokens.equals(new Parsed.Absent<TokenTree>()), "never absent");
        assertEquals(
                message.octets(), message.rewrite(WriteLimits.PLAIN).message().octets());
        assertTrue(message.cuts().size() <= message.octets().length());
        for (View<?> view : views) {
            Parsed<?> seen = message.view(view);
            if (message.complete()) {
                Views.into(message, seen, WriteLimits.LITERAL_PLUS)
                        .ifPresent(same -> assertEquals(message.octets(), same.octets()));
                // Strictly, what isn't a code by the letter is text; alone it is read tolerantly. Tokens that nobody
                // knows are written as they stand, and where they deviate, what stands around them counts.
                Optional.of(message)
                        .filter(same ->
                                !same.reading().strict() && seen.deviations().isEmpty() && !brackets(same, seen))
                        .flatMap(same -> Views.alone(seen, WriteLimits.LITERAL_PLUS))
                        .ifPresent(alone ->
                                assertEquals(seen.value(), alone.view(view).value()));
            }
        }
    }

    /** A status with a second bracket: where its code ends depends on what stands behind the bracket. */
    private static boolean brackets(Message message, Parsed<?> seen) {
        Object value = seen.value().<Object>map(v -> v).orElse("");
        boolean coded = value instanceof StatusResponse
                || value instanceof ContinuationRequest
                || value instanceof CapabilityData;
        String octets = message.octets().latin1();
        return coded && octets.indexOf('[') != octets.lastIndexOf('[');
    }
}
