package org.posthouse.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
class CommandTest {

    @Test
    void shouldSayItsVersionWhenAsked(@TempDir Path folder) throws Exception {
        ended(folder, 0, "posthouse 0.", "version");
    }

    @Test
    void shouldEndWith64WhenTheCommandLineIsWrong(@TempDir Path folder) throws Exception {
        ended(folder, 64, "posthouse: unknown command serve", "serve");
    }

    @Test
    void shouldEndWith69WhenAskedHowWhatDoesNotRunDoes(@TempDir Path folder) throws Exception {
        ended(folder, 69, "data folder " + folder.resolve("data") + ": not running", "status", "--data", "data");
        ended(folder, 64, "posthouse: unknown argument --conf", "status", "--conf", "conf");
    }

    @Test
    void shouldEndWith64WhenALogLevelIsWrong(@TempDir Path folder) throws Exception {
        try (Posthouse posthouse = Posthouse.startLogging("proxy=loud", folder, "run")) {
            assertEquals(64, posthouse.exitCode(), posthouse.output());
            assertEquals(
                    "posthouse: POSTHOUSE_LOG: proxy=loud: unknown level (trace, debug, info, warn, error, off)",
                    posthouse.output().strip());
        }
    }

    @Test
    void shouldEndWith78WhenNothingIsConfigured(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("conf"));

        ended(folder, 78, "no listener is configured", "check", "--conf", "conf");
        ended(folder, 78, "no usable listener", "run", "--conf", "conf");
    }

    @Test
    void shouldNameFileKeyAndReasonWithoutBindingWhenCheckFindsAFault(@TempDir Path folder) throws Exception {
        int port = Posthouse.freePort();
        Path file = Posthouse.listener(folder, "wrong", port, 143);
        Files.writeString(file, Files.readString(file).replace("tls = off", "tls = maybe"));

        ended(folder, 78, "key=tls", "check", "--conf=conf");
    }

    @Test
    void shouldEndWith0WhenCheckFindsNothing(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "good", 1, 143);

        ended(folder, 0, "valid=1", "check", "--conf", "conf");
    }

    @Test
    void shouldNameThePluginsFolderWhenCheckDoesNotFindIt(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "good", 1, 143);

        ended(folder, 0, "valid=1", "check", "--conf", "conf", "--plugins", "conf");
        ended(folder, 78, "nowhere: not there", "check", "--conf", "conf", "--plugins", "nowhere");
    }

    @Test
    void shouldFindEachExampleUsableWhenTheCertificateIsThere(@TempDir Path folder) throws Exception {
        Path tls = folder.resolve("conf/tls");
        Files.createDirectories(folder.resolve("conf"));
        Process certificates = new ProcessBuilder(System.getProperty("posthouse.certificates"), tls.toString())
                .inheritIO()
                .start();
        assertEquals(0, certificates.waitFor());
        int count = 0;
        try (var examples = Files.list(Posthouse.home().resolve("conf/examples"))) {
            for (Path example : examples.filter(CommandTest::listener).toList()) {
                // One at a time: two of them are alternatives on the same port.
                Path file = Files.copy(
                        example,
                        folder.resolve("conf").resolve(example.getFileName().toString()));
                ended(folder, 0, "valid=1", "check", "--conf", "conf");
                Files.delete(file);
                count++;
            }
        }
        assertEquals(4, count);
    }

    private static boolean listener(Path example) {
        return example.getFileName().toString().startsWith("org.posthouse.listener-");
    }

    @Test
    void shouldNameFileKeyAndReasonWhenAnOptionIsWrong(@TempDir Path folder) throws Exception {
        Path options =
                Posthouse.listener(folder, "good", Posthouse.freePort(), 143).resolveSibling("posthouse.cfg");
        Files.copy(Posthouse.home().resolve("conf/examples/posthouse.cfg"), options);
        ended(folder, 0, "valid=1", "check", "--conf", "conf");

        Files.writeString(options, "console = perhaps");
        ended(folder, 78, options + ": key=console 'perhaps' is none of: on, off", "check", "--conf", "conf");
        ended(folder, 78, options + ": key=console 'perhaps'", "run", "--conf", "conf", "--plugins", "conf");
    }

    private static void ended(Path folder, int code, String line, String... arguments) throws Exception {
        try (Posthouse posthouse = Posthouse.start(folder, arguments)) {
            assertEquals(code, posthouse.exitCode(), posthouse.output());
            assertTrue(posthouse.output().contains(line), posthouse.output());
        }
    }
}
