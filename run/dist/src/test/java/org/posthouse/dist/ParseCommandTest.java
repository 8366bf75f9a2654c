package org.posthouse.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code bin/posthouse parse} in a shell, with streams as shells have them. */
@Tag("container")
class ParseCommandTest {

    /** What the line writes, on either stream; {@code $POSTHOUSE} is the command. */
    private static String said(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
        shell.environment()
                .put("POSTHOUSE", Posthouse.home().resolve("bin/posthouse").toString());
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        return said;
    }

    @Test
    void shouldSayThatStandardInputIsClosed() throws Exception {
        assertEquals(
                "posthouse: parse: standard input is closed\ncode=74\n",
                said("\"$POSTHOUSE\" parse <&-; echo code=$?"));
    }

    @Test
    void shouldSayWhyStandardInputCannotBeRead() throws Exception {
        String said = said("\"$POSTHOUSE\" parse --batch </; echo code=$?");
        assertTrue(said.startsWith("posthouse: parse: standard input can't be read: "), said);
        assertTrue(said.endsWith("\ncode=74\n"), said);
        assertEquals(2, said.lines().count(), said);
    }

    @Test
    void shouldEndQuietlyWhenNobodyReadsAnyMore() throws Exception {
        String said = said("yes '* 1 EXISTS' | head -n 50000"
                + " | { \"$POSTHOUSE\" parse --from server; echo code=$? >&2; } | head -n 1");
        assertTrue(said.contains("#1 accept, 11 octets at offset 0 (line 1), exists\n"), said);
        assertTrue(said.contains("code=0\n"), said);
        assertEquals(2, said.lines().count(), said);
    }

    @Test
    void shouldNameTheOptionThatIsWrong() throws Exception {
        assertEquals(
                "posthouse: parse: unknown option: --frob (try: posthouse parse --help)\ncode=64\n",
                said("\"$POSTHOUSE\" parse --frob; echo code=$?"));
    }
}
