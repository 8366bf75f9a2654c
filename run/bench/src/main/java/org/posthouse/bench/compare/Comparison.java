package org.posthouse.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posthouse.bench.Loop;
import org.posthouse.bench.host.Machine;

/** All scenarios, all proxies, in interleaved rounds: A B C A B C. */
public final class Comparison {
    private final Options options;
    private final PrintStream out;
    private final PrintStream progress;

    private Comparison(Options options, PrintStream out, PrintStream progress) {
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Runs the scenarios and prints the table to {@code out}, progress and wrong answers to {@code progress}.
     *
     * @return whether all answers were right
     * @throws IllegalArgumentException for an unknown scenario or option
     */
    public static boolean run(List<String> arguments, PrintStream out, PrintStream progress)
            throws IOException, InterruptedException {
        return new Comparison(Options.of(arguments), out, progress).run();
    }

    private boolean run() throws IOException, InterruptedException {
        Path scratch = options.scratch();
        int sinkPort = Ports.free();
        int authPort = Ports.free();
        try (Loop loop = Loop.open();
                Children children = new Children(scratch)) {
            children.start("sink", Children.LOAD_CORE, sink(sinkPort, authPort), authPort);
            Peers proxies = new Peers(scratch, sinkPort, authPort);
            List<Peer> peers = proxies.all();
            List.of("HAProxy", "nginx").stream()
                    .filter(name -> peers.stream().noneMatch(peer -> peer.name().equals(name)))
                    .forEach(name ->
                            progress.println(name + " (with its mail module) isn't installed: its column is left out"));
            Bench bench = new Bench(children, loop, options);
            for (Peer peer : peers) {
                bench.start(peer);
            }
            List<Row> own = rows(bench, peers);
            children.close();
            List<Row> rows = options.besideShared() ? new SharedBench(options, proxies, progress).beside(own) : own;
            out.println("Measured " + LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES)
                    + ", load averages at the end " + Machine.load() + (options.quick() ? ", quick" : "") + "\n");
            out.print(new Table(peers, options.besideShared()).print(rows));
            return report(rows);
        }
    }

    private static List<String> sink(int port, int authPort) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.posthouse.bench.Main",
                "sink",
                String.valueOf(port),
                String.valueOf(authPort));
    }

    private List<Row> rows(Bench bench, List<Peer> peers) throws InterruptedException, IOException {
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : options.scenarios()) {
            Map<String, Figures> figures = new LinkedHashMap<>();
            progress.println(scenario.name() + " …");
            if (scenario.task() == Task.IDLE) {
                for (Peer peer : peers) {
                    bench.idle(peer, scenario, of(figures, peer));
                }
            } else {
                measure(bench, peers, scenario, figures);
            }
            rows.add(new Row(scenario, figures, Map.of()));
        }
        return rows;
    }

    private void measure(Bench bench, List<Peer> peers, Scenario scenario, Map<String, Figures> figures)
            throws InterruptedException {
        for (Peer peer : peers) {
            bench.run(peer, scenario, options.warmUp(scenario), options.leadIn());
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Peer peer : peers) {
                of(figures, peer).add(scenario, bench.quietRun(peer, scenario));
            }
        }
    }

    private static Figures of(Map<String, Figures> figures, Peer peer) {
        return figures.computeIfAbsent(peer.name(), any -> new Figures());
    }

    private boolean report(List<Row> rows) {
        boolean right = true;
        for (Row row : rows) {
            for (Map.Entry<String, Figures> entry : row.own().entrySet()) {
                for (String wrong : entry.getValue().wrong()) {
                    progress.println("WRONG " + row.scenario().name() + " " + entry.getKey() + ": " + wrong);
                    right = false;
                }
            }
        }
        return right;
    }
}
