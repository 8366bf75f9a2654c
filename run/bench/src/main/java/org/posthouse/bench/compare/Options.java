package org.posthouse.bench.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param scratch a folder of the run's own, with the distribution in {@code posthouse} and certificates in {@code tls}
 * @param quick few and short runs: shows that all works, its figures are worth little
 * @param patient whether to wait for a quiet moment before each run and to repeat spoilt ones
 * @param shared where the shared bench lies; used only when {@code besideShared}
 */
record Options(
        Path scratch, boolean quick, boolean patient, boolean besideShared, Path shared, List<Scenario> scenarios) {
    /** Foreign CPU, as a share of one core, above which a run is spoilt. */
    static final double QUIET = 0.25;

    static Options of(List<String> arguments) {
        List<Scenario> scenarios = new ArrayList<>();
        boolean quick = false;
        boolean patient = true;
        boolean shared = false;
        for (String argument : arguments) {
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--busy")) {
                patient = false;
            } else if (argument.equals("--shared")) {
                shared = true;
            } else {
                scenarios.add(Scenario.of(argument)
                        .orElseThrow(() -> new IllegalArgumentException("unknown scenario or option " + argument)));
            }
        }
        return new Options(
                folder("posthouse.bench.scratch"),
                quick,
                patient && !quick,
                shared,
                folder("posthouse.bench.shared"),
                scenarios.isEmpty() ? Scenario.all() : List.copyOf(scenarios));
    }

    private static Path folder(String property) {
        return Path.of(System.getProperty(property, ".")).toAbsolutePath().normalize();
    }

    int rounds() {
        return quick ? 2 : 5;
    }

    /**
     * The same for every proxy: what a JVM needs to reach its steady state. On the one core that it has here, the compiler
     * is done with what a login runs through 15 s after the load began, with TLS 25 s, and needs twice that in an hour
     * when the machine is slow.
     */
    Duration warmUp(Scenario scenario) {
        int seconds = scenario.task() != Task.LOGIN ? 20 : scenario.tls() ? 50 : 30;
        return Duration.ofMillis(quick ? 3000 : seconds * 1000L);
    }

    /** Before each measured window, so that it begins under load. */
    Duration leadIn() {
        return Duration.ofMillis(quick ? 300 : 500);
    }

    Duration window() {
        return Duration.ofMillis(quick ? 500 : 1500);
    }

    int idleSessions() {
        return quick ? 500 : 5000;
    }

    int quietWait() {
        return patient ? 20 : 0;
    }

    int repeats() {
        return patient ? 2 : 0;
    }
}
