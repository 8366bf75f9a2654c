package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.posthouse.imap.Capability;

/**
 * Finds and edits the capability list of one complete line, wherever one can stand: {@code * CAPABILITY …}, and
 * {@code [CAPABILITY …]} at the beginning of the text of a tagged or untagged status or of a {@code +}
 * (RFC 9051 §7.1, §7.2.2). Case, double and trailing spaces are tolerated. Capability lines are rare: this allocates.
 */
public final class CapabilityLine {

    private static final byte[] KEYWORD = "CAPABILITY".getBytes(StandardCharsets.US_ASCII);

    private CapabilityLine() {}

    /**
     * The list without the keyword, from just behind it (so with the separating space) to just before the {@code ]} or
     * the line end. Absolute indices.
     *
     * @param start the first octet of the line
     * @param end behind its line end
     */
    public static Optional<Span> find(ByteBuf buf, int start, int end) {
        int word = StatusCode.nameStart(buf, start, end);
        if (word >= 0) {
            return keyword(buf, word, end) ? closed(buf, word + KEYWORD.length, end) : Optional.empty();
        }
        int data = HeadReader.afterBlanks(buf, Math.min(start + 1, end), end);
        boolean untagged = start < end && buf.getByte(start) == '*' && data > start + 1;
        return untagged && keyword(buf, data, end)
                ? Optional.of(new Span(data + KEYWORD.length, beforeLineEnd(buf, data + KEYWORD.length, end)))
                : Optional.empty();
    }

    private static boolean keyword(ByteBuf buf, int at, int end) {
        return CodeWords.same(buf, at, CodeWords.length(buf, at, end), KEYWORD);
    }

    private static Optional<Span> closed(ByteBuf buf, int from, int end) {
        int close = buf.indexOf(from, end, (byte) ']');
        return Optional.of(new Span(from, close < 0 ? beforeLineEnd(buf, from, end) : close));
    }

    private static int beforeLineEnd(ByteBuf buf, int from, int end) {
        int at = end;
        while (at > from && (buf.getByte(at - 1) == '\n' || buf.getByte(at - 1) == '\r')) {
            at--;
        }
        return at;
    }

    /** The list's capabilities in order; words that are no atoms are left out. */
    public static List<Capability> read(ByteBuf buf, Span list) {
        String text = buf.toString(list.start(), list.length(), StandardCharsets.ISO_8859_1);
        List<Capability> found = new ArrayList<>();
        int word = 0;
        while (word < text.length()) {
            int behind = word;
            while (behind < text.length() && text.charAt(behind) > ' ') {
                behind++;
            }
            Capability.parse(text.substring(word, behind)).ifPresent(found::add);
            word = behind + 1;
        }
        return List.copyOf(found);
    }

    /**
     * The line with some capabilities taken away and others added at the end of the list. Every octet that isn't
     * edited stays; with a capability goes one space before it.
     *
     * @param list relative to the array: {@code span.shifted(-lineStart)}
     * @param add those that the list still has are not added again
     * @return empty if that changes nothing
     */
    public static Optional<byte[]> edit(byte[] line, Span list, Predicate<Capability> remove, List<Capability> add) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length + 64);
        out.write(line, 0, list.start());
        List<Capability> kept = new ArrayList<>();
        int at = list.start();
        int word = wordStart(line, at, list.end());
        while (word < list.end()) {
            int behind = wordEnd(line, word, list.end());
            Optional<Capability> name =
                    Capability.parse(new String(line, word, behind - word, StandardCharsets.ISO_8859_1));
            if (name.filter(remove).isPresent()) {
                out.write(line, at, Math.max(0, word - at - 1));
            } else {
                out.write(line, at, behind - at);
                name.ifPresent(kept::add);
            }
            at = behind;
            word = wordStart(line, at, list.end());
        }
        add(out, kept, add);
        out.write(line, at, line.length - at);
        byte[] edited = out.toByteArray();
        return Arrays.equals(edited, line) ? Optional.empty() : Optional.of(edited);
    }

    private static void add(ByteArrayOutputStream out, List<Capability> kept, List<Capability> add) {
        for (Capability capability : add) {
            if (!kept.contains(capability)) {
                out.write(' ');
                out.writeBytes(capability.toString().getBytes(StandardCharsets.US_ASCII));
                kept.add(capability);
            }
        }
    }

    private static int wordStart(byte[] line, int from, int end) {
        int at = from;
        while (at < end && separates(line[at])) {
            at++;
        }
        return at;
    }

    private static int wordEnd(byte[] line, int from, int end) {
        int at = from;
        while (at < end && !separates(line[at])) {
            at++;
        }
        return at;
    }

    /** A tab or another control is no separator by the grammar, but clients that split at white space take it for one. */
    private static boolean separates(byte octet) {
        return octet >= 0 && octet <= ' ';
    }
}
