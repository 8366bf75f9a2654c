package org.posthouse.parse;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A head line per message, the tree indented below it, then what was tolerated or is wrong. */
record TextReport(PrintStream out) implements Report {

    @Override
    public void add(Judgement judgement) {
        String type = judgement.type().isEmpty() ? "" : ", " + judgement.type();
        out.println(judgement.verdict() + ", " + judgement.consumed() + " octets" + type);
        judgement.value().ifPresent(value -> {
            node("  ", "", Tree.of(value));
            judgement
                    .deviations()
                    .forEach(deviation ->
                            out.println("  tolerated: " + deviation.defect() + " at octet " + deviation.position()));
            out.println(judgement.sameBack() ? "  written back: the same octets" : "  written back: OTHER OCTETS");
        });
        judgement
                .failure()
                .ifPresent(failure -> out.println("  at octet " + failure.position() + ": " + failure.reason()));
        out.flush();
    }

    private void node(String indent, String name, Object node) {
        if (node instanceof Map<?, ?> map) {
            if (!name.isEmpty()) {
                out.println(indent + name + ":");
            }
            String deeper = name.isEmpty() ? indent : indent + "  ";
            map.forEach((key, value) -> node(deeper, String.valueOf(key), value));
            return;
        }
        leaf(indent, name, node);
    }

    private void leaf(String indent, String name, Object node) {
        boolean nested = node instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
        out.println(indent + name + ":" + (nested ? "" : " " + shown(node)));
        if (nested) {
            ((List<?>) node).forEach(one -> node(indent + "  ", "-", one));
        }
    }

    /** One line, whatever is in it: control characters would play with the terminal. */
    private static String shown(Object node) {
        StringBuilder line = new StringBuilder();
        node.toString().codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                line.append(String.format("\\x%02x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
