package org.posthouse.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that can't be read, output that nobody takes. */
@Tag("unit")
class StreamsTest {

    /** A trace as long as somebody reads it: it ends only at the end of time. */
    private static final class Endless extends InputStream {
        private final byte[] line;
        private int at;

        Endless(String line) {
            this.line = line.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            return line[at++ % line.length];
        }
    }

    /** Takes so many octets, then fails. */
    private static final class Closing extends OutputStream {
        private final String reason;
        private int room;

        Closing(int room, String reason) {
            this.room = room;
            this.reason = reason;
        }

        @Override
        public void write(int octet) throws IOException {
            if (room-- <= 0) {
                throw new IOException(reason);
            }
        }
    }

    private static final String ROW = "{\"id\":\"1\",\"kind\":\"command\",\"bytes_b64\":\"YSBOT09QDQo=\"}\n";

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    private static Endless endless(String line) {
        return new Endless(line.contains("--batch") ? ROW : "a NOOP\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--batch"})
    void shouldEndQuietlyWhenNobodyReadsAnyMore(String line) throws IOException {
        assertEquals(
                Optional.empty(),
                ParseTool.run(List.of(words(line)), endless(line), new Closing(100_000, "Broken pipe")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--batch"})
    void shouldSayWhyWhenTheOutputCannotBeWritten(String line) {
        IOException failure = assertThrows(
                IOException.class,
                () -> ParseTool.run(
                        List.of(words(line)), endless(line), new Closing(100_000, "No space left on device")));
        assertEquals("output can't be written: No space left on device", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--batch"})
    void shouldSayWhyWhenTheInputCannotBeReadAndShowWhatCame(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] first = (line.equals("--batch") ? ROW : "a NOOP\r\n").getBytes(StandardCharsets.US_ASCII);
        InputStream in = new InputStream() {
            private final InputStream there = new ByteArrayInputStream(first);

            @Override
            public int read() throws IOException {
                int octet = there.read();
                if (octet < 0) {
                    throw new IOException("Is a directory");
                }
                return octet;
            }

            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                int octets = there.read(to, at, length);
                return octets < 0 ? read() : octets;
            }
        };

        IOException failure = assertThrows(IOException.class, () -> ParseTool.run(List.of(words(line)), in, out));

        assertEquals("standard input can't be read: Is a directory", failure.getMessage());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("accept"), out.toString(StandardCharsets.UTF_8));
    }
}
