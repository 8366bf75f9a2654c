package org.posthouse.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was said so far, for the message of a failure. Thread-safe. */
final class Dialogue {

    private static final int LONGEST = 200;
    private static final int LARGE = 4096;
    private static final int MOST = 300;

    private final Deque<String> lines = new ArrayDeque<>();
    private String speaking = "";
    private String unfinished = "";
    private long forgotten;

    /** Octets of a peer: {@code C:} or {@code S:} as sent, {@code >C} or {@code >S} as received. */
    synchronized void said(String sign, String octets) {
        if (octets.length() > LARGE) {
            add(sign, octets.substring(0, LONGEST) + "… (" + octets.length() + " octets)");
            return;
        }
        int from = 0;
        while (from < octets.length()) {
            int end = octets.indexOf('\n', from) + 1;
            int to = end == 0 ? octets.length() : end;
            add(sign, octets.substring(from, to));
            from = to;
        }
    }

    /** Something that was not said. */
    synchronized void note(String what) {
        speaking = "";
        add("   · " + shown(what));
    }

    /** All of it, indented. */
    @Override
    public synchronized String toString() {
        String cut = forgotten > 0 ? "    … " + forgotten + " lines before\n" : "";
        return cut + "    " + String.join("\n    ", lines);
    }

    private void add(String sign, String piece) {
        if (sign.equals(speaking) && !unfinished.endsWith("\n")) {
            lines.removeLast();
            unfinished += piece;
        } else {
            unfinished = piece;
        }
        speaking = sign;
        add(sign + " " + shown(unfinished));
    }

    private void add(String line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
            forgotten++;
        }
        lines.addLast(line);
    }

    /** For people: a line end at the end is not shown, other control octets are, long texts are cut. */
    static String shown(String octets) {
        String text = octets.endsWith("\r\n") ? octets.substring(0, octets.length() - 2) : octets;
        int length = text.length();
        if (length > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\r' -> shown.append("␍");
                case '\n' -> shown.append("␊");
                default -> shown.append(c < ' ' || c == 0x7F ? String.format("\\x%02X", c) : Character.toString(c));
            }
        });
        return length > LONGEST ? shown + "… (" + length + " octets)" : shown.toString();
    }
}
