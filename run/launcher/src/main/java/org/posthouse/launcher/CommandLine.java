package org.posthouse.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads the arguments of {@code bin/posthouse}. Options may be written {@code --conf DIR} or {@code --conf=DIR}. */
final class CommandLine {
    static final String HELP = """
      Posthouse, an IMAP proxy.

        posthouse run   [--conf DIR] [--plugins DIR] [--data DIR]   serve, in the foreground
        posthouse check [--conf DIR] [--plugins DIR]                read the configuration, bind nothing
        posthouse status [--data DIR] [--json]                      how the running instance does
        posthouse ctl [--data DIR] [VERB …]                         manage the running instance (ctl help says how)
        posthouse parse [--from client|server|greeting] [--mode strict|tolerant] [--json] [--batch]
                                                                    what the codec makes of IMAP on standard input
        posthouse version
        posthouse help

      The folders default to conf/, plugins/ and data/ of the installation. Several instances may run from one
      installation when each has a data folder of its own.
      POSTHOUSE_LOG=proxy=debug,wire=trace,root=warn sets log levels (trace, debug, info, warn, error, off).
      POSTHOUSE_LOG_FORMAT=json writes each line of the log as a JSON object.
      JAVA_OPTS is handed to the Java virtual machine behind our own options.

      Exit codes: 0 done or ready, 64 usage, 69 no port could be opened, not running or not ready, 70 broken installation, 74 parse can't read or
      write, 75 data folder in use, 77 a folder is not readable or not writable, 78 configuration; 143 ended by a second TERM.
      """;

    private final Folders defaults;

    CommandLine(Folders defaults) {
        this.defaults = defaults;
    }

    Command parse(List<String> arguments) throws Refusal {
        if (arguments.isEmpty()) {
            throw usage("a command is missing");
        }
        Deque<String> rest = new ArrayDeque<>(arguments);
        String command = rest.removeFirst();
        return switch (command) {
            case "run" -> new Command.Run(folders(rest, Set.of("--conf", "--plugins", "--data")));
            case "check" -> new Command.Check(folders(rest, Set.of("--conf", "--plugins")));
            case "status" -> status(rest);
            case "ctl" -> ctl(rest);
            case "parse" -> new Command.Parse(List.copyOf(rest));
            case "version", "--version" -> alone(rest, new Command.Version());
            case "help", "--help", "-h" -> alone(rest, new Command.Help());
            default -> throw usage("unknown command " + command);
        };
    }

    private Command status(Deque<String> rest) throws Refusal {
        boolean json = rest.removeIf("--json"::equals);
        return new Command.Status(folders(rest, Set.of("--data")), json);
    }

    /** Options come first: what follows the verb is the verb's. */
    private Command ctl(Deque<String> rest) throws Refusal {
        Deque<String> options = new ArrayDeque<>();
        while (!rest.isEmpty() && rest.getFirst().startsWith("--")) {
            String option = rest.removeFirst();
            options.add(option);
            if (option.indexOf('=') < 0 && !rest.isEmpty()) {
                options.add(rest.removeFirst());
            }
        }
        return new Command.Ctl(folders(options, Set.of("--data")), List.copyOf(rest));
    }

    private Folders folders(Deque<String> rest, Set<String> known) throws Refusal {
        Folders folders = defaults;
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(option)) {
                throw usage("unknown argument " + word);
            }
            if (equals < 0 && rest.isEmpty()) {
                throw usage(option + " needs a folder");
            }
            folders = set(folders, option, path(option, equals < 0 ? rest.removeFirst() : word.substring(equals + 1)));
        }
        return folders;
    }

    private static Folders set(Folders folders, String option, Path path) {
        return switch (option) {
            case "--conf" -> folders.withConf(path);
            case "--plugins" -> folders.withPlugins(path);
            default -> folders.withData(path);
        };
    }

    private static Path path(String option, String value) throws Refusal {
        // The watcher of the folders separates them by commas and has no way to quote one.
        if (value.isEmpty() || value.indexOf(',') >= 0) {
            throw usage(option + " needs a folder without a comma in its name");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException invalid) {
            throw usage(option + " is no folder name: " + invalid.getReason());
        }
    }

    private static Command alone(Deque<String> rest, Command command) throws Refusal {
        if (!rest.isEmpty()) {
            throw usage("unexpected argument " + rest.getFirst());
        }
        return command;
    }

    private static Refusal usage(String reason) {
        return new Refusal(ExitCode.USAGE, reason + " (try: posthouse help)");
    }
}
