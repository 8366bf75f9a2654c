package org.posthouse.bench.micro;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What was measured, per message: a row for each benchmark, beside the calibration of the same octets. */
final class MicroTable {

    private static final Map<String, String> WORDS = Map.of(
            "calibration", "line ends and a copy (calibration)",
            "frame", "frame",
            "head", "frame, head",
            "tokens", "frame, tokens",
            "parse", "frame, full parse",
            "parseAndWrite", "frame, full parse, write",
            "responses", "through a session");

    private MicroTable() {}

    static String of(Collection<RunResult> results) {
        Map<String, RunResult> calibrations = new HashMap<>();
        for (RunResult result : results) {
            if (method(result.getParams()).equals("calibration")) {
                calibrations.put(group(result.getParams()), result);
            }
        }
        StringBuilder table = new StringBuilder(
                "| of | what | ns | ± | best round | bytes allocated | MB/s | × calibration | best × best |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n");
        for (RunResult result : results) {
            table.append(row(result, Optional.ofNullable(calibrations.get(group(result.getParams())))));
        }
        return table.toString();
    }

    private static String row(RunResult result, Optional<RunResult> calibration) {
        BenchmarkParams params = result.getParams();
        Optional<Specimen> specimen =
                Optional.ofNullable(params.getParam("specimen")).map(Specimen::valueOf);
        double messages = specimen.map(Specimen::messages).orElse(1);
        double octets = specimen.map(Specimen::octets).map(all -> all.length).orElse(0);
        double nanos = nanos(result);
        String of = specimen.map(Specimen::toString)
                .or(() -> Optional.ofNullable(params.getParam("crowd"))
                        .map(Crowd::valueOf)
                        .map(Crowd::toString))
                .orElseGet(() -> params.getParam("command"));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.0f %% | %.1f | %.0f | %s | %.1f | %.1f |%n",
                of,
                WORDS.getOrDefault(method(params), method(params)),
                nanos / messages,
                100 * result.getPrimaryResult().getScoreError() / nanos,
                best(result) / messages,
                allocated(result) / messages,
                octets > 0 ? String.format(Locale.ROOT, "%.0f", octets * 1000 / nanos) : "",
                nanos / calibration.map(MicroTable::nanos).orElse(Double.NaN),
                best(result) / calibration.map(MicroTable::best).orElse(Double.NaN));
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What is compared with one calibration: the same class with the same parameters. */
    private static String group(BenchmarkParams params) {
        String name = params.getBenchmark();
        String octets = Optional.ofNullable(params.getParam("specimen"))
                .or(() -> Optional.ofNullable(params.getParam("command")))
                .orElse("");
        return name.substring(0, name.lastIndexOf('.')) + octets;
    }

    private static String method(BenchmarkParams params) {
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }
}
