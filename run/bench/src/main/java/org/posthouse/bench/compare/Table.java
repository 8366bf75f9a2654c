package org.posthouse.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Markdown table. */
final class Table {
    private static final String PEER = "HAProxy";

    private final List<String> names;
    private final boolean shared;

    Table(List<Peer> peers, boolean shared) {
        this.names = peers.stream().map(Peer::name).toList();
        this.shared = shared;
    }

    String print(List<Row> rows) {
        List<String> head = new ArrayList<>(List.of("scenario", "unit"));
        head.addAll(names);
        ratioNames().forEach(name -> head.add(name + " ÷ " + PEER));
        if (shared) {
            names.forEach(name -> head.add("shared: " + name));
            ratioNames().forEach(name -> head.add("shared: " + name + " ÷ " + PEER));
        }
        head.add("quiet runs");
        head.add("wrong");
        StringBuilder text = new StringBuilder();
        line(text, head);
        line(text, head.stream().map(name -> "---").toList());
        rows.forEach(row -> line(text, cells(row)));
        return text.toString();
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(
                List.of(row.scenario().name(), row.scenario().task().unit().label()));
        Map<String, Double> medians = row.own().entrySet().stream()
                .filter(entry -> entry.getValue().median().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().median().orElseThrow()));
        for (String name : names) {
            String format = format(medians.getOrDefault(name, 0.0));
            cells.add(number(Optional.ofNullable(medians.get(name)), format)
                    + Optional.ofNullable(row.own().get(name))
                            .map(figures -> figures.spread(format))
                            .orElse(""));
        }
        ratios(cells, medians);
        if (shared) {
            for (String name : names) {
                Optional<Double> figure = Optional.ofNullable(row.shared().get(name));
                cells.add(number(figure, format(figure.orElse(0.0))));
            }
            ratios(cells, row.shared());
        }
        cells.add(names.stream()
                .map(name -> Optional.ofNullable(row.own().get(name))
                        .map(Figures::quietRuns)
                        .orElse("–"))
                .collect(Collectors.joining(" ")));
        cells.add(String.valueOf(row.own().values().stream()
                .mapToInt(figures -> figures.wrong().size())
                .sum()));
        return cells;
    }

    private void ratios(List<String> cells, Map<String, Double> figures) {
        Optional<Double> base = Optional.ofNullable(figures.get(PEER)).filter(value -> value > 0);
        for (String name : ratioNames()) {
            Optional<Double> figure = Optional.ofNullable(figures.get(name));
            cells.add(number(base.flatMap(value -> figure.map(own -> own / value)), "%.2f"));
        }
    }

    private List<String> ratioNames() {
        return names.contains(PEER)
                ? names.stream().filter(name -> !name.equals(PEER)).toList()
                : List.of();
    }

    private static String format(double figure) {
        return figure < 2 ? "%.3f" : "%.1f";
    }

    private static String number(Optional<Double> figure, String format) {
        return figure.map(value -> String.format(Locale.ROOT, format, value)).orElse("–");
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
