package org.posthouse.proxy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.proxy.config.pem.Pki;

@Tag("unit")
class ConfigurationCheckTest {

    @TempDir
    Path conf;

    @Test
    void shouldReturn0WhenEveryListenerIsValid() throws IOException {
        listener("a", "127.0.0.1:1143");
        listener("b", "127.0.0.1:1144");

        assertEquals(List.of("conf=" + conf + " listeners=2 valid=2"), run(0));
    }

    @Test
    void shouldReturn78WhenNoListenerIsConfigured() throws IOException {
        Files.writeString(conf.resolve("logback.xml"), "<x/>");

        assertTrue(run(78).get(0).contains("no listener is configured"));
    }

    @Test
    void shouldReturn78WhenFolderIsMissing() {
        CheckReport report = ConfigurationCheck.check(conf.resolve("nowhere"));

        assertEquals(78, report.exitCode());
    }

    @Test
    void shouldNameFileKeyAndReasonWhenOneListenerIsFaulty() throws IOException {
        listener("a", "127.0.0.1:1143");
        listener("b", "nonsense");

        List<String> lines = run(78);

        assertEquals(2, lines.size());
        assertTrue(lines.get(0)
                .startsWith("file=" + conf.resolve("org.posthouse.listener-b.cfg") + " key=listen reason="));
        assertEquals("conf=" + conf + " listeners=2 valid=1", lines.get(1));
    }

    @Test
    void shouldBlameTheSecondWhenTwoListenersShareAnAddress() throws IOException {
        listener("a", "127.0.0.1:1143");
        listener("b", "*:1143");

        CheckReport report = ConfigurationCheck.check(conf);

        assertEquals(
                List.of(true, false),
                report.listeners().stream().map(CheckReport.Checked::valid).toList());
        assertTrue(report.lines().toString().contains("*:1143 is taken by listener a"));
    }

    @Test
    void shouldReadLikeTheContainerWhenFileIsLatin1WithPlaceholders() throws IOException {
        System.setProperty("posthouse.test.port", "1155");
        Files.write(
                conf.resolve("org.posthouse.listener-ü.cfg"),
                ("# schön\nlisten: 127.0.0.1\\:${posthouse.test.port}\ntls=off\nupstream=127.0.0.1\\\n  :143\nupstream.tls=off\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        CheckReport report = ConfigurationCheck.check(conf);

        assertEquals(0, report.exitCode(), () -> report.lines().toString());
        assertEquals(
                List.of("127.0.0.1:1155"),
                report.listeners().stream()
                        .map(l -> l.outcome()
                                .match(valid -> valid.settings().listen().toString(), faulty -> "faulty"))
                        .toList());
    }

    @Test
    void shouldReportAFaultWhenFileHoldsAMalformedEscape() throws IOException {
        Files.writeString(conf.resolve("org.posthouse.listener-a.cfg"), "listen = \\u00zz\n");

        assertTrue(run(78).get(0).contains("malformed"));
    }

    @Test
    void shouldWarnAndGoOnWhenAKeyIsWrittenTwice() throws IOException {
        listener("a", "127.0.0.1:1143");
        Path file = conf.resolve("org.posthouse.listener-a.cfg");
        Files.writeString(file, Files.readString(file) + "tls=off\n");

        assertEquals(
                "file=" + file + " key=tls warning=\"is written more than once: the last one counts\"", run(0).get(0));
    }

    @Test
    void shouldWarnWhenEveryUserCanReadTheKey() throws IOException {
        Pki.in(conf).server("server", "DNS:localhost");
        listener("a", "127.0.0.1:1143");
        Path file = conf.resolve("org.posthouse.listener-a.cfg");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("tls=off\nup", "tls=implicit\ncertificate=server.pem\nkey=server-key.pem\nup"));
        Path key = conf.resolve("server-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(List.of("conf=" + conf + " listeners=1 valid=1"), run(0));

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertTrue(run(0).get(0).startsWith("file=" + file + " key=key warning=\"" + key + " can be read by every"));
    }

    private void listener(String name, String listen) throws IOException {
        Files.writeString(
                conf.resolve("org.posthouse.listener-" + name + ".cfg"),
                "listen=" + listen + "\ntls=off\nupstream=127.0.0.1:143\nupstream.tls=off\n");
    }

    private List<String> run(int expected) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = ConfigurationCheck.run(conf, new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(expected, code, lines::toString);
        return lines;
    }
}
