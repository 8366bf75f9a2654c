package org.posthouse.proxy.config;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bin/posthouse check}: reads every listener's file of a {@code conf} folder and says what is wrong, one line
 * per fault. Reads only: no port is bound, nothing is written. Runs on a flat class path, without a container.
 */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /** Checks the folder that is the one argument, prints, and ends the JVM with 0, 64 (usage) or 78. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: ConfigurationCheck CONF_FOLDER");
            System.exit(64);
        }
        System.exit(run(Path.of(arguments[0]), System.out));
    }

    /** Checks, prints every fault and warning and one line to close, and returns the exit code (0 or 78). */
    public static int run(Path conf, PrintStream out) {
        CheckReport report = check(conf);
        report.lines().forEach(out::println);
        long valid =
                report.listeners().stream().filter(CheckReport.Checked::valid).count();
        out.println("conf=" + conf + " listeners=" + report.listeners().size() + " valid=" + valid);
        return report.exitCode();
    }

    /** Checks a folder. Never throws for what it finds there. */
    public static CheckReport check(Path conf) {
        List<Path> files;
        try (Stream<Path> all = Files.list(conf)) {
            files = all.filter(ConfigurationFile::named).sorted().toList();
        } catch (IOException unreadable) {
            return new CheckReport(
                    List.of(), List.of(new Fault(conf.toString(), "-", "is no folder that can be read")));
        }
        List<CheckReport.Checked> checked = new ArrayList<>();
        for (Path file : files) {
            checked.add(distinct(checked, read(file, conf)));
        }
        return new CheckReport(checked, checked.isEmpty() ? List.of(nothing(conf)) : List.of());
    }

    private static Fault nothing(Path conf) {
        return new Fault(conf.toString(), "-", "no listener is configured: no org.posthouse.listener-NAME.cfg here");
    }

    private static CheckReport.Checked read(Path file, Path conf) {
        ConfigurationFile configuration = new ConfigurationFile(file);
        Outcome outcome;
        try {
            Map<String, String> raw = configuration.read();
            outcome = new ListenerSettingsReader().read(configuration.name(), file.toString(), raw, conf);
        } catch (IOException unreadable) {
            String reason =
                    Files.isReadable(file) ? String.valueOf(unreadable.getMessage()) : "may not be read by this user";
            outcome = new Outcome.Faulty(List.of(new Fault(file.toString(), "-", reason)));
        }
        return new CheckReport.Checked(configuration.name(), file.toString(), outcome);
    }

    /** The second of two listeners on one address is the faulty one: the first would have taken the port. */
    private static CheckReport.Checked distinct(List<CheckReport.Checked> before, CheckReport.Checked each) {
        Optional<Fault> clash = listen(each).flatMap(address -> clash(before, each, address));
        return clash.map(fault -> new CheckReport.Checked(each.name(), each.file(), new Outcome.Faulty(List.of(fault))))
                .orElse(each);
    }

    private static Optional<Fault> clash(List<CheckReport.Checked> before, CheckReport.Checked each, Endpoint address) {
        return before.stream()
                .filter(other -> listen(other).filter(address::overlaps).isPresent())
                .findFirst()
                .map(other -> new Fault(each.file(), "listen", address + " is taken by listener " + other.name()));
    }

    private static Optional<Endpoint> listen(CheckReport.Checked checked) {
        return checked.outcome().match(valid -> Optional.of(valid.settings().listen()), faulty -> Optional.empty());
    }
}
