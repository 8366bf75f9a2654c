package org.posthouse.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of a command line that can't be understood. */
@Tag("unit")
class OptionsTest {

    /** Nothing is read and nothing written. */
    private static String misused(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream("a NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
        Optional<String> misused = ParseTool.run(List.of(arguments), in, out);
        assertEquals(8, in.available());
        assertEquals(0, out.size());
        return misused.orElse("");
    }

    @Test
    void shouldNameTheOptionWhenItIsUnknown() throws IOException {
        assertEquals("unknown option: --frob", misused("--json", "--frob"));
        assertEquals("unknown option: --frob", misused("--frob=1"));
        assertEquals("unknown option: -j", misused("-j"));
    }

    @Test
    void shouldSayWhereInputComesFromWhenAFileIsNamed() throws IOException {
        assertEquals(
                "unexpected argument: a=b.txt, what is read comes on standard input (parse < FILE)",
                misused("--from", "server", "a=b.txt"));
    }

    @Test
    void shouldSayWhichValuesThereAreWhenOneIsMissingOrWrong() throws IOException {
        assertEquals("--from needs a value: client, server or greeting", misused("--from"));
        assertEquals("--from is client, server or greeting, not: nobody", misused("--from", "nobody"));
        assertEquals("--from is client, server or greeting, not: ", misused("--from="));
        assertEquals("--mode needs a value: strict or tolerant", misused("--json", "--mode"));
        assertEquals("--mode is strict or tolerant, not: lax", misused("--mode=lax"));
        assertEquals("--mode is strict or tolerant, not: --json", misused("--mode", "--json"));
    }

    @Test
    void shouldSayThatAFlagTakesNoValue() throws IOException {
        assertEquals("--json takes no value", misused("--json=1"));
        assertEquals("--batch takes no value", misused("--batch="));
    }

    @Test
    void shouldRefuseASpeakerForABatch() throws IOException {
        assertEquals(
                "--from doesn't go with --batch: the kind of each line says who speaks",
                misused("--from", "server", "--batch"));
    }
}
