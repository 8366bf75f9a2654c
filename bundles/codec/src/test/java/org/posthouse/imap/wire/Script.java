package org.posthouse.imap.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One vector: the frames of a dialogue's one side, each a {@code C:} or {@code S:} line with its octets and a
 * {@code >} line with what the framer says of them. {@code ⏎} is CRLF; {@code \n \r \0 \\ \xNN} are octets, all other
 * characters UTF-8; {@code \*1000(text)} repeats. {@code !} lines set options.
 */
record Script(String title, boolean client, Set<String> options, List<Frame> frames) {

    static List<Script> read(Path file) throws IOException {
        List<Script> scripts = new ArrayList<>();
        String octets = "";
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith("== ")) {
                scripts.add(new Script(line.substring(3), true, new TreeSet<>(), new ArrayList<>()));
            } else if (line.startsWith("! ")) {
                last(scripts).options.add(line.substring(2));
            } else if (line.startsWith("C: ") || line.startsWith("S: ")) {
                side(scripts, line.charAt(0) == 'C');
                octets = octets(line.substring(3));
            } else if (line.startsWith("> ")) {
                last(scripts).frames.add(new Frame(line.substring(2), octets, false));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(file + ": what is this? " + line);
            }
        }
        return scripts;
    }

    private static Script last(List<Script> scripts) {
        return scripts.get(scripts.size() - 1);
    }

    private static void side(List<Script> scripts, boolean client) {
        Script script = last(scripts);
        if (client != script.client) {
            scripts.set(scripts.size() - 1, new Script(script.title, client, script.options, script.frames));
        }
    }

    byte[] input() {
        return frames.stream().map(Frame::octets).collect(Collectors.joining()).getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean refused() {
        return frames.stream().anyMatch(Frame::refused);
    }

    Probe probe() {
        if (!client) {
            return new ResponseProbe(options.contains("hold") ? Integer.MAX_VALUE : 0);
        }
        CommandRules rules = new CommandRules(
                options.contains("lenient-line-ends"),
                options.contains("lenient-heads"),
                options.contains("unknown-literals"));
        CommandFramer framer = new CommandFramer(rules, command -> Integer.MAX_VALUE);
        return new CommandProbe(framer.streaming(options.contains("streaming")));
    }

    private static String octets(String text) {
        String plain = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replace(new String("⏎".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), "\r\n");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) != '\\') {
                out.append(plain.charAt(i));
                continue;
            }
            i++;
            switch (plain.charAt(i)) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case '0' -> out.append('\0');
                case 'x' -> {
                    out.append((char) Integer.parseInt(plain.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                case '*' -> {
                    int open = plain.indexOf('(', i);
                    int close = plain.indexOf(')', open + 2);
                    String repeated = plain.substring(open + 1, close);
                    out.append(repeated.repeat(Integer.parseInt(plain.substring(i + 1, open))));
                    i = close;
                }
                case '\\' -> out.append('\\');
                default -> throw new IllegalArgumentException("escape in " + text);
            }
        }
        return out.toString();
    }
}
