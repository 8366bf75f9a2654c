package org.posthouse.itest.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Tool;

/** {@code bin/posthouse status} from outside, before, while and after an instance runs. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class StatusCommandTest {

    @TempDir
    Path dir;

    @Test
    void shouldTellSessionsAndWhatTheChainSawWhenItRuns() throws IOException {
        try (Running running = new Running("trace, later?, *")) {
            running.drop("trace.jar", Files.copy(Distribution.trace(), dir.resolve("trace.jar")));
            running.start().session().ready(true);
            running.alive();

            Await.until("figures of the chain", () -> running.status("--json")
                    .text()
                    .matches("(?s)\\{\"ready\":true,.*\"sessions\":1,.*\"id\":\"trace\",\"state\":\"serving\","
                            + "\"required\":true,\"role\":\"observe\",\"failure\":\"open\","
                            + "\"interest\":\"[^\"]+\",\"messages\":[1-9].*"));
            Tool.Result text = running.status();
            assertEquals(0, text.exit());
            assertTrue(text.text().startsWith("ready\n"), text.text());
            assertTrue(
                    text.text()
                            .lines()
                            .anyMatch(line -> line.matches("live +open +127\\.0\\.0\\.1:\\d+ +1 +\\d+ +off .*")),
                    text.text());

            running.take("trace.jar");
            running.ready(false);
            assertTrue(
                    running.status().text().contains("! interceptor:live/trace"),
                    running.status().text());
        }
    }

    @Test
    void shouldNotBeReadyWhileAFileCannotBeRead() throws IOException {
        try (Running running = new Running("*")) {
            running.start().ready(true);
            Path odd = running.posthouse().file("conf/org.posthouse.listener-odd.cfg");
            Files.writeString(odd, "listen = 127.0.0.1:0\ntimeout.idle = \\users\n");
            running.ready(false);
            String text = running.status().text();
            assertTrue(text.contains("! configuration:org.posthouse.listener-odd.cfg"), text);
            Files.delete(odd);
            running.ready(true);
        }
    }

    @Test
    void shouldBeReadyAndNameTheFileWhenItsLatestTextWasKeptBack() throws IOException {
        try (Running running = new Running("*")) {
            running.start().ready(true);
            String file = "conf/org.posthouse.listener-live.cfg";
            String before = Files.readString(running.posthouse().file(file));
            running.posthouse().configure("org.posthouse.listener-live.cfg", before + "timeout.idle = soon\n");
            running.posthouse().logged("event=kept", "key=timeout.idle");

            Tool.Result text = running.status();
            assertEquals(0, text.exit());
            assertTrue(
                    text.text()
                            .contains("ready\n  - configuration:org.posthouse.listener-live.cfg kept back, what it said"
                                    + " before is in force: timeout.idle: "),
                    text.text());
            String json = running.status("--json").text();
            assertTrue(
                    json.startsWith("{\"ready\":true,\"reasons\":[{\"kind\":\"configuration\",\"subject\":"
                            + "\"org.posthouse.listener-live.cfg\",\"blocks\":false,\"reason\":\"kept back"),
                    json);
            String listeners = running.control("listeners").text();
            assertTrue(listeners.contains("\n  - configuration:org.posthouse.listener-live.cfg kept back"), listeners);

            running.posthouse().configure("org.posthouse.listener-live.cfg", before);
            Await.until("no remark", () -> running.status().text().startsWith("ready\n\n"));
        }
    }

    @Test
    void shouldSayThatItDoesNotRunBeforeAndAfter() throws IOException {
        try (Running running = new Running("*")) {
            absent(running);
            running.start().ready(true);
            Path control = running.posthouse().file("data/control");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(control)));
            running.stop();
            absent(running);
        }
    }

    private static void absent(Running running) {
        Tool.Result result = running.status();
        assertEquals(69, result.exit());
        assertEquals("", result.text());
        assertTrue(result.errors().endsWith("data: not running\n"), result.errors());
        assertTrue(running.status("--json").text().startsWith("{\"ready\":false,"));
    }

    @Test
    void shouldServeWithoutASocketWhenTheDataFolderHasATooLongName() throws IOException {
        try (Running running = new Running("*")) {
            Path data = running.posthouse().file("d".repeat(100));
            running.start(data);

            running.posthouse().logged("no control socket", "reason=");
            Tool.Result result = Tool.run(
                    Distribution.home().resolve("bin/posthouse").toString(), "status", "--data", data.toString());
            assertEquals(69, result.exit());
            assertTrue(result.errors().contains("too long for a socket"), result.errors());
            running.session().alive();
        }
    }
}
