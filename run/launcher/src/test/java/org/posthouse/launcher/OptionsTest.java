package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class OptionsTest {

    @TempDir
    Path conf;

    private Options read(String text) throws IOException, Refusal {
        Files.writeString(conf.resolve("posthouse.cfg"), text);
        return Options.read(conf);
    }

    @Test
    void shouldHaveTheConsoleOffWhenNothingIsSaid() throws Exception {
        assertEquals(new Options(false, 8080), Options.read(conf));
        assertEquals(new Options(false, 8080), read("# nothing\n"));
        assertEquals(new Options(false, 8080), read("console = off\n"));
    }

    @Test
    void shouldSwitchItOnWhereItIsAskedFor() throws Exception {
        assertEquals(new Options(true, 8080), read("console = on\n"));
        assertEquals(new Options(true, 9090), read("console.port = 9090 \nconsole=on \n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "console = yes; key=console 'yes' is none of: on, off",
                "console.port = 0; key=console.port '0' is no port",
                "console.port = 65536; key=console.port '65536' is no port",
                "console.port = http; key=console.port 'http' is no port",
                "cnosole = on; key=cnosole is unknown",
                "console = \\u00; key=- can't be read"
            })
    void shouldNameFileKeyAndReasonWhenSomethingIsWrong(String text, String reason) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(ExitCode.CONFIGURATION, refusal.code());
        assertEquals(
                conf.resolve("posthouse.cfg") + ": " + reason,
                String.valueOf(refusal.getMessage()).split(": Malformed")[0]);
    }
}
