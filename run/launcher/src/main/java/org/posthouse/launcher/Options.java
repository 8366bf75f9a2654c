package org.posthouse.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What {@code conf/posthouse.cfg} says, read once at the start. Without the file everything is as in {@link #NONE}.
 *
 * @param console whether the web console runs
 * @param port where, on 127.0.0.1
 */
record Options(boolean console, int port) {
    static final String FILE = "posthouse.cfg";
    static final Options NONE = new Options(false, 8080);

    /**
     * Reads it.
     *
     * @throws Refusal {@link ExitCode#CONFIGURATION} naming file, key and reason
     */
    static Options read(Path conf) throws Refusal {
        Path file = conf.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Options options = NONE;
        for (Map.Entry<String, String> line : lines(file).entrySet()) {
            options = options.with(file, line.getKey(), line.getValue());
        }
        return options;
    }

    private static Map<String, String> lines(Path file) throws Refusal {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw fault(file, "-", "can't be read: " + unreadable.getMessage());
        }
        Map<String, String> lines = new TreeMap<>();
        read.forEach((key, value) -> lines.put(key.toString(), value.toString().strip()));
        return lines;
    }

    private Options with(Path file, String key, String value) throws Refusal {
        return switch (key) {
            case "console" -> new Options(position(file, key, value), port);
            case "console.port" -> new Options(console, port(file, key, value));
            default -> throw fault(file, key, "is unknown");
        };
    }

    private static boolean position(Path file, String key, String value) throws Refusal {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw fault(file, key, "'" + value + "' is none of: on, off");
        };
    }

    private static int port(Path file, String key, String value) throws Refusal {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw fault(file, key, "'" + value + "' is no port");
        }
        return Integer.parseInt(value);
    }

    private static Refusal fault(Path file, String key, String reason) {
        return new Refusal(ExitCode.CONFIGURATION, file + ": key=" + key + " " + reason);
    }
}
