package org.posthouse.parse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A head line per message, the tree indented below it, then what was tolerated or is wrong; at the end the sum. */
final class TextReport implements Report {

    /** So many are named at the end. */
    private static final int NAMED = 20;

    private final OutputStream out;
    private final Map<Judgement.Verdict, Long> counts = new EnumMap<>(Judgement.Verdict.class);
    private long tolerated;
    private final List<String> suspicious = new ArrayList<>();
    private StringBuilder text = new StringBuilder();

    TextReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(Entry entry) throws IOException {
        Judgement judgement = entry.judgement();
        head(entry);
        judgement.value().ifPresent(value -> {
            node("  ", "", Tree.of(value));
            judgement
                    .deviations()
                    .forEach(deviation ->
                            line("  tolerated: " + deviation.defect() + " at octet " + deviation.position()));
            line(judgement.sameBack() ? "  written back: the same octets" : "  written back: OTHER OCTETS");
        });
        judgement
                .failure()
                .ifPresent(failure -> line("  at octet " + failure.position() + " (offset "
                        + (entry.offset() + failure.position()) + "): " + failure.reason()));
        entry.hint().ifPresent(hint -> line("  hint: " + hint.text()));
        count(entry);
        write();
    }

    private void head(Entry entry) {
        Judgement judgement = entry.judgement();
        String octets = judgement.consumed() == 0 ? "" : ", " + judgement.consumed() + " octets";
        String type = judgement.type().isEmpty() ? "" : ", " + judgement.type();
        String tag = judgement.tag().map(text -> ", tag " + shown(text)).orElse("");
        line("#" + entry.number() + " " + judgement.verdict() + octets + " at offset " + entry.offset() + " (line "
                + entry.line() + ")" + type + tag);
    }

    private void count(Entry entry) {
        counts.merge(entry.judgement().verdict(), 1L, Long::sum);
        tolerated += entry.judgement().deviations().isEmpty() ? 0 : 1;
        if (entry.suspicious() && suspicious.size() <= NAMED) {
            suspicious.add(suspicious.size() < NAMED ? "#" + entry.number() + " (line " + entry.line() + ")" : "…");
        }
    }

    @Override
    public void end() throws IOException {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String parts = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        Optional<String> look =
                Optional.of(suspicious).filter(list -> !list.isEmpty()).map(list -> String.join(", ", list));
        if (all == 0) {
            line("no message: standard input was empty");
        } else if (all > 1) {
            String odd = tolerated == 0 ? "" : ", " + tolerated + " of them not by the letter (tolerated)";
            line(all + " messages: " + parts + odd
                    + look.map(named -> "; look at " + named).orElse(""));
        }
        write();
    }

    private void line(String content) {
        text.append(content).append(System.lineSeparator());
    }

    /** Not a PrintStream: that one keeps silent when nobody reads any more. */
    private void write() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        text = new StringBuilder();
    }

    private void node(String indent, String name, Object node) {
        if (node instanceof Map<?, ?> map) {
            if (!name.isEmpty()) {
                line(indent + name + ":");
            }
            String deeper = name.isEmpty() ? indent : indent + "  ";
            map.forEach((key, value) -> node(deeper, String.valueOf(key), value));
            return;
        }
        leaf(indent, name, node);
    }

    private void leaf(String indent, String name, Object node) {
        boolean nested = node instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
        line(indent + name + ":" + (nested ? "" : " " + shown(node)));
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
