package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Tool;

/** Each command of {@code docs/operating.md}, as printed, in an installation that runs. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("curl")
class OperatingPageTest {
    private static final Path PAGE = Path.of("../../docs/operating.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final int PRINTED_PORT = 9900;

    private final ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient()::play);
    private final int port = Ports.free();
    private final int metrics = Ports.free();
    private Path dir = Path.of("");
    private Path home = Path.of("");
    private List<Process> running = List.of();

    @BeforeEach
    void start() throws IOException {
        // A short path: the control socket's name is bounded.
        dir = Files.createTempDirectory(Path.of("/tmp"), "pho");
        home = dir.resolve("ph");
        Tool.run("cp", "-R", Distribution.home().toString(), home.toString());
        Files.writeString(
                home.resolve("conf/org.posthouse.listener-main.cfg"),
                "listen = 127.0.0.1:" + port + "\ntls = off\nupstream = 127.0.0.1:" + server.port()
                        + "\nupstream.tls = off\n");
        Files.writeString(home.resolve("conf/org.posthouse.metrics.cfg"), "listen = 127.0.0.1:" + metrics + "\n");
        Path audit = Distribution.examples().stream()
                .filter(jar -> jar.toString().contains(".auditline-"))
                .findFirst()
                .orElseThrow();
        Files.copy(audit, home.resolve("plugins/audit-line.jar"));
        running = List.of(new ProcessBuilder(home.resolve("bin/posthouse").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start());
        Await.until("the port", () -> Ports.open(port));
    }

    @AfterEach
    void stop() {
        running.forEach(process -> {
            process.destroy();
            process.onExit().join();
        });
        server.close();
        Tool.run("rm", "-rf", dir.toString());
    }

    @Test
    void shouldDoWhatThePageSaysWhenItsCommandsAreTyped() throws IOException {
        List<String> commands = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
        assertTrue(commands.size() > 10, "no commands found");
        for (String command : commands) {
            try (ImapClient fred = ImapClient.plain(port)) {
                fred.command("LOGIN fred secret").orFail();
                Await.until("the session to be seen", () -> type("bin/posthouse ctl sessions user=fred")
                        .text()
                        .contains("fred"));
                Tool.Result result = type(command);
                assertEquals(0, result.exit(), () -> command + "\n" + result.text());
                assertTrue(!result.text().isBlank(), command);
            }
            Await.until("the port to be back", () -> command.contains("ctl drain") || Ports.open(port));
            if (command.contains("ctl drain")) {
                type("bin/posthouse ctl undrain main");
                Await.until("the port to be back", () -> Ports.open(port));
            }
        }
    }

    private Tool.Result type(String command) {
        String there = "cd '" + home + "' && ";
        return Tool.run("sh", "-c", there + command.replace(":" + PRINTED_PORT, ":" + metrics));
    }
}
