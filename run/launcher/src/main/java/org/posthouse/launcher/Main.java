package org.posthouse.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Entry point of {@code bin/posthouse}. Every way out goes through here, so that each ends in one exit code with all lines written. */
public final class Main {
    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    private Main() {}

    /** Runs one command and ends the process. The system property {@code posthouse.home} names the installation. */
    public static void main(String[] arguments) {
        Console console = Console.on(new FileOutputStream(FileDescriptor.out));
        PrintStream out = console.stream();
        // Everything that prints, Logback's appender included, must be unable to block.
        System.setOut(out);
        ExitCode code = code(List.of(arguments), console, out);
        out.flush();
        console.drain(LAST_LINES);
        System.exit(code.number());
    }

    private static ExitCode code(List<String> arguments, Console console, PrintStream out) {
        try {
            Folders defaults = Folders.of(Path.of(
                    Optional.ofNullable(System.getProperty("posthouse.home")).orElse(".")));
            return new CommandLine(defaults).parse(arguments).match(new Commands(console, out));
        } catch (Refusal refusal) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                    .println("posthouse: " + refusal.getMessage());
            return refusal.code();
        }
    }
}
