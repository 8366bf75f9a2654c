package org.posthouse.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the shared bench, an independent load generator in C, for the same scenarios. It works in a copy whose fixed
 * ports are moved, so that whoever else uses the bench isn't disturbed.
 */
final class SharedBench {
    private static final Map<String, String> TARGETS =
            Map.of("ours", "Posthouse", "haproxy", "HAProxy", "nginx", "nginx");
    private static final String MOVE = "s/\\b22([0-9]{3})\\b/26\\1/g; s/\\b23([01]43)\\b/27\\1/g";
    private static final int SINK = 26_043;
    private static final int PLAIN = 27_143;
    private static final int TLS = 27_193;

    private final Options options;
    private final Peers proxies;
    private final PrintStream progress;
    private final Path home;
    private final Path scratch;

    SharedBench(Options options, Peers proxies, PrintStream progress) {
        this.options = options;
        this.proxies = proxies;
        this.progress = progress;
        this.home = options.scratch().resolve("shared-bench");
        this.scratch = options.scratch().resolve("shared-run");
    }

    /** The rows again, with what the shared bench measured. */
    List<Row> beside(List<Row> rows) throws IOException, InterruptedException {
        if (!Files.exists(options.shared().resolve("compare.sh")) || Children.open(SINK)) {
            progress.println("the shared bench isn't there (" + options.shared() + "), or its port " + SINK
                    + " is taken: left out");
            return rows;
        }
        Programs.run(List.of("cp", "-r", options.shared().toString(), home.toString()), options.scratch(), Map.of());
        Programs.run(List.of("chmod", "-R", "u+w", home.toString()), options.scratch(), Map.of());
        Programs.run(List.of("sh", "-c", "sed -E -i '" + MOVE + "' compare.sh peers/*"), home, Map.of());
        Programs.run(List.of("make", "-s"), home, Map.of());
        Files.createDirectories(scratch);
        Peer ours = proxies.posthouse("shared", PLAIN, TLS, SINK);
        List<Row> both = new ArrayList<>();
        try (Children children = new Children(options.scratch())) {
            Process process = children.start("posthouse-shared", Children.PROXY_CORE, ours.command(), PLAIN, TLS);
            for (Row row : rows) {
                if (row.scenario().task() == Task.IDLE) {
                    children.stop(process);
                    process = children.start("posthouse-shared", Children.PROXY_CORE, ours.command(), PLAIN, TLS);
                    collect(process.pid());
                }
                Files.writeString(scratch.resolve("ours.pid"), String.valueOf(process.pid()));
                progress.println("shared: " + row.scenario().name() + " …");
                both.add(new Row(
                        row.scenario(), row.own(), figures(row.scenario(), compare(row.scenario(), process.pid()))));
            }
        } finally {
            for (String peer : List.of("haproxy", "nginx", "nginx-auth", "sink")) {
                Programs.run(List.of("peers/peer.sh", "stop", peer), home, environment());
            }
        }
        return both;
    }

    private void collect(long pid) {
        Programs.run(List.of("jcmd", String.valueOf(pid), "GC.run"), options.scratch(), Map.of());
    }

    private String compare(Scenario scenario, long pid) {
        boolean idle = scenario.task() == Task.IDLE;
        List<String> command = new ArrayList<>(List.of("./compare.sh", "-t", "ours haproxy nginx", "-r"));
        command.add(String.valueOf(idle ? 1 : options.rounds()));
        command.addAll(scenario.task().shared());
        if (idle) {
            command.addAll(
                    List.of("-c", String.valueOf(options.idleSessions()), "--hook", "jcmd " + pid + " GC.run >&2"));
        } else {
            command.addAll(List.of(
                    "-d",
                    seconds(options.window().toMillis()),
                    "-w",
                    seconds(options.warmUp(scenario).toMillis())));
        }
        if (scenario.tls()) {
            command.add("--tls");
        }
        String output = Programs.run(command, home, environment());
        output.lines().filter(line -> line.contains("FAILED")).forEach(progress::println);
        return output;
    }

    private Map<String, String> environment() {
        return Map.of(
                "BENCH_RUN", scratch.toString(),
                "QUIET_WAIT", String.valueOf(options.quietWait()),
                "RETRIES", String.valueOf(options.repeats()));
    }

    /** Reads the Markdown table that compare.sh prints: the column of our unit, a row per target. */
    private static Map<String, Double> figures(Scenario scenario, String output) {
        List<String[]> lines = output.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" *\\| *"))
                .toList();
        Map<String, Double> figures = new HashMap<>();
        for (String[] cells : lines) {
            int column =
                    Arrays.asList(lines.get(0)).indexOf(scenario.task().unit().sharedColumn());
            String name = TARGETS.getOrDefault(cells[1], "");
            if (!name.isEmpty() && column > 0 && column < cells.length && cells[column].matches("[0-9.-]+ ?.*")) {
                String number = cells[column].split(" ")[0];
                if (!number.equals("-")) {
                    figures.put(name, Double.valueOf(number));
                }
            }
        }
        return figures;
    }

    private static String seconds(long millis) {
        return String.valueOf(millis / 1000.0);
    }
}
