package org.posthouse.launcher;

import java.util.Locale;
import java.util.Map;

/** How lines of the log are written, as {@code POSTHOUSE_LOG_FORMAT} asks for. */
enum LogFormat {
    /** A line for people, and for the tools that read Dovecot's. */
    TEXT {
        @Override
        String encoder(String pattern) {
            return "<encoder><charset>UTF-8</charset><pattern>" + pattern + "</pattern></encoder>";
        }

        @Override
        String line(String time, long millis, String level, String source, String text) {
            return time + ' ' + level + ' ' + source + ' ' + text;
        }
    },
    /** A JSON object per line (RFC 8259). */
    JSON {
        @Override
        String encoder(String pattern) {
            return "<encoder class=\"ch.qos.logback.classic.encoder.JsonEncoder\"><withSequenceNumber>false</withSequenceNumber>"
                    + "<withNanoseconds>false</withNanoseconds><withContext>false</withContext><withMessage>false</withMessage>"
                    + "<withArguments>false</withArguments><withFormattedMessage>true</withFormattedMessage></encoder>";
        }

        @Override
        String line(String time, long millis, String level, String source, String text) {
            return "{\"timestamp\":" + millis + ",\"level\":\"" + level.strip() + "\",\"loggerName\":\""
                    + escaped(source) + "\",\"formattedMessage\":\"" + escaped(text) + "\"}";
        }
    };

    static final String VARIABLE = "POSTHOUSE_LOG_FORMAT";

    private static final Map<String, LogFormat> WORDS = Map.of("", TEXT, "text", TEXT, "json", JSON);

    static LogFormat parse(String word) throws Refusal {
        String known = word.strip().toLowerCase(Locale.ROOT);
        if (!WORDS.containsKey(known)) {
            throw new Refusal(ExitCode.USAGE, VARIABLE + ": unknown format " + word + " (text, json)");
        }
        return WORDS.get(known);
    }

    /** Logback's encoder; the pattern counts for text. */
    abstract String encoder(String pattern);

    /** A line of the launcher's own, of the same shape. */
    abstract String line(String time, long millis, String level, String source, String text);

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append((char) unit);
            } else if (unit < ' ') {
                out.append(String.format("\\u%04x", unit));
            } else {
                out.append((char) unit);
            }
        });
        return out.toString();
    }
}
