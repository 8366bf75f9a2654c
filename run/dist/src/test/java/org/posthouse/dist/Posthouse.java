package org.posthouse.dist;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One instance of the distribution as a process of its own, with folders of its own. Ended by {@link #close} whatever happened. */
final class Posthouse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path HOME = Path.of(String.valueOf(System.getProperty("posthouse.dist")));
    private final Path log;
    private final Process process;

    private Posthouse(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    static Path home() {
        return HOME;
    }

    /** Starts {@code bin/posthouse} with the arguments; the working directory is the folder. */
    static Posthouse start(Path folder, String... arguments) throws IOException {
        return startLogging("", folder, arguments);
    }

    static Posthouse startLogging(String logLevels, Path folder, String... arguments) throws IOException {
        Path log = Files.createTempFile(folder, "output", ".log");
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/posthouse").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("POSTHOUSE_LOG", logLevels);
        builder.environment().put("JAVA_OPTS", "-Xmx128m -XX:TieredStopAtLevel=1");
        return new Posthouse(log, builder.start());
    }

    /** Starts {@code run} on the folders {@code conf}, {@code plugins} and {@code data} below the folder, named relatively. */
    static Posthouse serve(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        return start(folder, "run", "--conf", "conf", "--plugins=plugins", "--data", "data");
    }

    /** A listener in plain text on loopback, for a server that need not be there. */
    static Path listener(Path folder, String name, int port, int upstream) throws IOException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        String text = "listen = 127.0.0.1:%d%ntls = off%nupstream = 127.0.0.1:%d%nupstream.tls = off%n"
                .formatted(port, upstream);
        return Files.writeString(conf.resolve("org.posthouse.listener-" + name + ".cfg"), text);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a line of the output holds the text. */
    Posthouse awaitLine(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(text)) {
            if (System.nanoTime() > end || !process.isAlive() && !output().contains(text)) {
                throw new AssertionError("no line with \"" + text + "\" in:\n" + output());
            }
            // Its end is what could make waiting useless.
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    String output() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGTERM again and again, as somebody impatient does. */
    void terminateUntilEnded() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!process.waitFor(100, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            terminate();
        }
    }

    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
