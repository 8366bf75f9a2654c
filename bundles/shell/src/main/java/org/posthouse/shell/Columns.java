package org.posthouse.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text in aligned columns; an empty cell is a dash, so that columns can be counted. A cell that is longer than 120 characters is cut: every
 * row is as wide as the widest, and names come from strangers.
 */
final class Columns {

    private static final int WIDEST = 120;

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... titles) {
        row(titles);
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Columns::cell).toList());
    }

    private static String cell(String text) {
        return text.isEmpty() ? "-" : text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    /** No row below the titles. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(width(column) - row.get(column).length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
