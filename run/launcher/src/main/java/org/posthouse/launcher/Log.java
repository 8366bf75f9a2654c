package org.posthouse.launcher;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The launcher's own lines, in the shape of the container's log: one line each, a failure reduced to its reasons. Any thread may write.
 */
final class Log {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final int CAUSES = 4;

    /** Felix says a resolve failure twice; this begins the second time. */
    private static final String REPEATED = " Unresolved requirements: [";

    private final PrintStream out;
    private final LogFormat format;

    Log(PrintStream out) {
        this(out, LogFormat.TEXT);
    }

    Log(PrintStream out, LogFormat format) {
        this.out = out;
        this.format = format;
    }

    void info(String line) {
        print("INFO ", "container", line);
    }

    void warn(String line) {
        print("WARN ", "container", line);
    }

    void error(String source, String line, Optional<Throwable> failure) {
        print(
                "ERROR",
                source,
                failure.map(thrown -> line + " reason=\"" + reasons(thrown) + '"')
                        .orElse(line));
    }

    void warn(String source, String line, Optional<Throwable> failure) {
        print(
                "WARN ",
                source,
                failure.map(thrown -> line + " reason=\"" + reasons(thrown) + '"')
                        .orElse(line));
    }

    /** The messages of a failure and its causes without their stacks; a cause that only repeats what was said is left out. */
    static String reasons(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Optional<Throwable> next = Optional.of(failure);
        for (int depth = 0; next.isPresent() && depth < CAUSES; depth++) {
            Throwable thrown = next.get();
            String said = said(thrown);
            if (text.indexOf(said) < 0) {
                text.append(text.length() == 0 ? "" : ": ").append(said);
            }
            next = Optional.ofNullable(thrown.getCause());
        }
        return text.toString();
    }

    private static String said(Throwable thrown) {
        String message = oneLine(Optional.ofNullable(thrown.getMessage())
                .orElse(thrown.getClass().getSimpleName()));
        int repeated = message.indexOf(REPEATED);
        return repeated > 0 ? message.substring(0, repeated) : message;
    }

    private void print(String level, String source, String line) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        out.println(format.line(now.format(TIME), now.toInstant().toEpochMilli(), level, source, oneLine(line)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
