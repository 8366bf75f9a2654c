package org.posthouse.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.bench.load.Measured;

/** What one proxy showed in one scenario. Collected and read by one thread. */
final class Figures {
    private final List<Double> quiet = new ArrayList<>();
    private final List<Double> all = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    void add(Scenario scenario, Measured run) {
        run.wrong()
                .ifPresentOrElse(
                        wrong::add, () -> add(scenario.task().figure(run), run.foreignShare() <= Options.QUIET));
    }

    void add(double figure, boolean wasQuiet) {
        all.add(figure);
        if (wasQuiet) {
            quiet.add(figure);
        }
    }

    void wrong(String what) {
        wrong.add(what);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** The median of the quiet runs when there are two or all were quiet, else of all. */
    Optional<Double> median() {
        List<Double> sorted = counted().stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    /** From the smallest to the largest of the counted runs; empty when there was but one. */
    String spread(String format) {
        List<Double> sorted = counted().stream().sorted().toList();
        return sorted.size() < 2
                ? ""
                : " [" + format.formatted(sorted.get(0)) + "–" + format.formatted(sorted.get(sorted.size() - 1)) + "]";
    }

    String quietRuns() {
        return quiet.size() + "/" + all.size();
    }

    private List<Double> counted() {
        return quiet.size() >= 2 ? quiet : all;
    }
}
