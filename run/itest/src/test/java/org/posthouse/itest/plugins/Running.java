package org.posthouse.itest.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Tool;
import org.posthouse.itest.fixture.Wire;

/** The distribution with one listener in front of a scripted server, and a session that is open for as long as it runs. */
final class Running implements AutoCloseable {
    private final Path dir;
    private final ScriptedServer server = ScriptedServer.playing(Running::patient);
    private final Posthouse posthouse;
    private final Listener listener;
    private List<ImapClient> session = List.of();

    Running(String interceptors) throws IOException {
        this.dir = Files.createTempDirectory(Path.of("/tmp"), "phj");
        this.posthouse = Posthouse.prepare(Pki.in(dir.resolve("pki")));
        this.listener = Listener.plain("live", server.port()).with("interceptors", interceptors);
        posthouse.write(listener);
    }

    /** The session may be silent for as long as a test takes. */
    private static void patient(Wire client) throws IOException {
        client.patience(0);
        ScriptedServer.obedient().play(client);
    }

    /** Starts the process and logs in. */
    Running start() throws IOException {
        posthouse.start().open(listener);
        return this;
    }

    /** As {@link #start()}, on another data folder. */
    Running start(Path data) {
        posthouse.start(List.of("--data", data.toString())).open(listener);
        return this;
    }

    /** Opens the session that has to survive. */
    Running session() throws IOException {
        session = List.of(connect());
        session.get(0).command("LOGIN a b").orFail();
        return this;
    }

    ImapClient connect() throws IOException {
        return ImapClient.plain(listener.port());
    }

    /** The session still answers. */
    void alive() throws IOException {
        session.get(0).command("NOOP").orFail();
    }

    void stop() {
        posthouse.terminate();
        assertEquals(0, posthouse.exit(), posthouse::log);
    }

    Posthouse posthouse() {
        return posthouse;
    }

    /** Puts a jar into the plugin folder in one step, replacing one of that name. */
    void drop(String name, PluginJar jar) {
        drop(name, jar.in(dir, name));
    }

    void drop(String name, Path file) {
        try {
            Path staged =
                    Files.move(file, posthouse.file("staging").resolve(name), StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    staged,
                    posthouse.file("plugins").resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void take(String name) {
        posthouse.unplug(Path.of(name));
    }

    Tool.Result status(String... arguments) {
        return posthouse.status(arguments);
    }

    /** {@code bin/posthouse ctl …}. */
    Tool.Result control(String... words) {
        return posthouse.control(words);
    }

    int port() {
        return listener.port();
    }

    /** Waits until it says so, with the exit code that belongs to it. */
    void ready(boolean ready) {
        Await.until(
                ready ? "ready" : "not ready",
                Await.PATIENCE,
                () -> status().exit() == (ready ? 0 : 69),
                () -> status().text() + posthouse.log());
    }

    /** The lines in which the plugin watch has told of a jar so far. */
    List<String> told(String jar) {
        return log().filter(line -> line.contains(" plugin jar=" + jar + " ")).toList();
    }

    private Stream<String> log() {
        return posthouse.log().lines();
    }

    @Override
    public void close() {
        session.forEach(ImapClient::close);
        posthouse.close();
        server.close();
        Tool.run("rm", "-rf", dir.toString());
    }
}
