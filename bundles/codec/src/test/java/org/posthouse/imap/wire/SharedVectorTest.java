package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * All rows of the shared codec vectors, by the reading rules of the design's chapter 10 V: a synchronising literal is
 * released at once, the kind sets the mode, {@code accept} ends on a message boundary before its remainder,
 * {@code incomplete} doesn't, {@code reject} needn't be rejected by a framer but must not throw.
 */
@Tag("vectors")
class SharedVectorTest {

    private static final Pattern REMAINDER = Pattern.compile("remainder=(\\d+)");

    private record Row(String id, String kind, byte[] octets, String expect, String note) {

        static Row of(String json) {
            return new Row(
                    field(json, "id"),
                    field(json, "kind"),
                    java.util.Base64.getDecoder().decode(field(json, "bytes_b64")),
                    field(json, "expect"),
                    field(json, "note"));
        }

        private static String field(String json, String name) {
            Matcher field = Pattern.compile("\"" + name + "\": \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"")
                    .matcher(json);
            assertTrue(field.find(), name);
            return field.group(1);
        }

        int message() {
            Matcher remainder = REMAINDER.matcher(note);
            return octets.length - (remainder.find() ? Integer.parseInt(remainder.group(1)) : 0);
        }
    }

    @TestFactory
    List<DynamicTest> shouldFrameEachRow() throws IOException {
        Path file = Path.of(System.getProperty("posthouse.shared", "missing"), "vectors", "codec-vectors.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "no shared vectors: set posthouse.shared");
        List<Row> rows = Files.readAllLines(file).stream().map(Row::of).toList();
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.kind() + " " + row.id(), () -> check(row)))
                .toList();
    }

    private static void check(Row row) {
        switch (row.kind()) {
            case "command" -> check(row, CommandProbe::strict);
            case "response", "greeting" -> check(row, () -> new ResponseProbe(0));
            case "authenticate", "idle" -> check(row, DataLineProbe::new);
            default -> throw new AssertionError("unknown kind " + row.kind());
        }
    }

    private static void check(Row row, Supplier<Probe> probe) {
        List<Frame> frames = Verifier.frames(row.id(), row.octets(), probe);
        if (row.expect().equals("accept")) {
            byte[] message = Arrays.copyOf(row.octets(), row.message());
            List<Frame> messageFrames = Feed.inPieces(message, probe.get());
            assertFalse(messageFrames.stream().anyMatch(Frame::refused), () -> "refused: " + messageFrames);
            assertEquals(1, ended(messageFrames), () -> "one message: " + messageFrames);
            assertTrue(messageFrames.get(messageFrames.size() - 1).endsMessage(), () -> "boundary: " + messageFrames);
            assertEquals(messageFrames, frames.subList(0, messageFrames.size()), "the remainder changes nothing");
            Verifier.concatenated(row.id(), message, probe, messageFrames);
        } else if (row.expect().equals("incomplete")) {
            assertEquals(0, ended(frames), () -> "no boundary: " + frames);
        } else {
            assertEquals("reject", row.expect());
        }
    }

    private static long ended(List<Frame> frames) {
        return frames.stream().filter(Frame::endsMessage).count();
    }
}
