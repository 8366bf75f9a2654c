package org.posthouse.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a client's line that was refused although it announces a literal: the literal, if nobody has to ask for
 * it, or if only the text lost its CRs. It is passed over (it may be a password), as the proxy discards it (R3).
 */
final class Refused {

    private static final Pattern ANNOUNCEMENT = Pattern.compile("\\{(\\d{1,18})(\\+?)}(\\r?)\\n$");
    private static final int LONGEST = 32;

    private Refused() {}

    /** Whether the line that ends there announces a literal. */
    static boolean announces(byte[] input, int from, int behind) {
        return announcement(input, from, behind).isPresent();
    }

    private static Optional<Matcher> announcement(byte[] input, int from, int behind) {
        int tail = Math.max(from, behind - LONGEST);
        Matcher end = ANNOUNCEMENT.matcher(new String(input, tail, behind - tail, StandardCharsets.ISO_8859_1));
        return end.find() ? Optional.of(end) : Optional.empty();
    }

    /** Where the command ends of which the refused line was one; beyond {@code to} if that isn't there yet. */
    static long end(byte[] input, int from, int behind, int to) {
        int at = behind;
        while (true) {
            Optional<Matcher> literal = announcement(input, from, at)
                    .filter(end -> !end.group(2).isEmpty() || end.group(3).isEmpty());
            if (literal.isEmpty()) {
                return at;
            }
            long end = at + Long.parseLong(literal.get().group(1));
            if (end >= to) {
                return end + 1;
            }
            from = (int) end;
            at = from;
            while (at < to && input[at] != '\n') {
                at++;
            }
            if (at == to) {
                return to + 1L;
            }
            at++;
        }
    }
}
