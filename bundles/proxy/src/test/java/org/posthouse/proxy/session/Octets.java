package org.posthouse.proxy.session;

import java.nio.charset.StandardCharsets;

/** How scripts write octets: {@code ⏎} is CRLF, {@code \n \r \0 \\ \xNN \*1000(text)}; the rest is UTF-8. */
final class Octets {

    private Octets() {}

    /** The octets as a string of one character each. */
    static String read(String text) {
        String plain = latin(text).replace(latin("⏎"), "\r\n");
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            char c = plain.charAt(at++);
            if (c == '\\') {
                at = escape(plain, at, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** For people: the other way round, long texts cut. */
    static String show(String octets) {
        String shown = octets.replace("\\", "\\\\")
                .replace("\r\n", "⏎")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
        return shown.length() > 400 ? shown.substring(0, 400) + "… (" + octets.length() + " octets)" : shown;
    }

    private static int escape(String plain, int at, StringBuilder out) {
        switch (plain.charAt(at)) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case '0' -> out.append('\0');
            case '\\' -> out.append('\\');
            case 'x' -> {
                out.append((char) Integer.parseInt(plain.substring(at + 1, at + 3), 16));
                return at + 3;
            }
            case '*' -> {
                int open = plain.indexOf('(', at);
                int close = plain.indexOf(')', open + 2);
                out.append(plain.substring(open + 1, close).repeat(Integer.parseInt(plain.substring(at + 1, open))));
                return close + 1;
            }
            default -> throw new IllegalArgumentException("escape in " + plain);
        }
        return at + 1;
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
