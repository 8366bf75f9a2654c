package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the response code at the beginning of a status line's or {@code +} line's text (RFC 9051 §7.1).
 *
 * <p>Where it ends depends on its grammar: a {@code ]} in quotes, in a list of keywords (Gmail) or of a pair of
 * brackets (an IPv6 address in a URL) doesn't end it. Framing never depends on this (R2). May allocate; any thread
 * that owns the buffer.
 */
public final class StatusCode {

    private StatusCode() {}

    /**
     * The whole {@code [NAME …]} with one space behind it; empty if the text doesn't begin with this code or it isn't
     * closed on this line.
     *
     * @param start the first octet of one complete line that begins a message
     * @param end behind its line end
     * @param name the code's name, in whatever case
     */
    public static Optional<Span> find(ByteBuf buf, int start, int end, String name) {
        byte[] octets = name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        int word = nameStart(buf, start, end);
        if (word < 0 || !CodeWords.same(buf, word, CodeWords.length(buf, word, end), octets)) {
            return Optional.empty();
        }
        int close = close(buf, word + octets.length, end);
        if (close < 0) {
            return Optional.empty();
        }
        boolean space = close + 1 < end && buf.getByte(close + 1) == ' ';
        return Optional.of(new Span(open(buf, word), close + (space ? 2 : 1)));
    }

    /** Where the name of the line's code begins, -1 if it has none. */
    static int nameStart(ByteBuf buf, int start, int end) {
        if (start >= end) {
            return -1;
        }
        int offset = HeadReader.codeStart(HeadReader.read(buf, start, end, true));
        return offset == 0 ? -1 : start + offset;
    }

    private static int open(ByteBuf buf, int word) {
        int at = word - 1;
        while (buf.getByte(at) != '[') {
            at--;
        }
        return at;
    }

    /** The bracket that closes the code by its grammar; if there is none, the first one. */
    private static int close(ByteBuf buf, int from, int end) {
        int close = balanced(buf, from, end);
        return close < 0 ? buf.indexOf(from, end, (byte) ']') : close;
    }

    private static int balanced(ByteBuf buf, int from, int end) {
        int lists = 0;
        int brackets = 0;
        for (int at = from; at < end; at++) {
            switch (buf.getByte(at)) {
                case '"' -> at = behindQuotes(buf, at + 1, end);
                case '(' -> lists++;
                case ')' -> lists--;
                case '[' -> brackets += lists == 0 ? 1 : 0;
                case ']' -> {
                    if (lists == 0 && brackets-- == 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static int behindQuotes(ByteBuf buf, int from, int end) {
        int at = from;
        while (at < end && buf.getByte(at) != '"') {
            at += buf.getByte(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
