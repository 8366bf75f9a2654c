package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class WebConsoleTest {

    /** Only looked at, not opened: the system chooses. */
    private static final Options ON = new Options(true, 0);

    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private String prepare() {
        said.reset();
        assertTrue(WebConsole.prepare(ON, data, new Log(new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isPresent());
        return said.toString(StandardCharsets.UTF_8);
    }

    private String rights() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("console.password")));
    }

    @Test
    void shouldKeepThePasswordFromOthersAndSaySoOnceWhenTheyCouldReadIt() throws IOException {
        assertFalse(prepare().contains("event=exposed"));
        String password = Files.readString(data.resolve("console.password"));
        Files.setPosixFilePermissions(data.resolve("console.password"), PosixFilePermissions.fromString("rw-r-----"));

        String line = prepare();

        assertTrue(line.contains("WARN  container console event=exposed file=" + data), line);
        assertFalse(line.contains(password.strip()), line);
        assertEquals("rw-------", rights());
        assertEquals(password, Files.readString(data.resolve("console.password")));
        assertFalse(prepare().contains("event=exposed"));
    }
}
