package org.posthouse.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The levels that {@code POSTHOUSE_LOG} asks for, by logger name.
 *
 * @param byLogger logger name to level in capitals; {@code ROOT} is always there
 */
record LogLevels(Map<String, String> byLogger) {
    static final String VARIABLE = "POSTHOUSE_LOG";
    private static final String TIME_AND_LEVEL = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level";
    /** Its lines have Dovecot's shape: with our logger's name in front of them fail2ban wouldn't know them. */
    private static final String LOGIN = "org.posthouse.login";

    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final Pattern LOGGER = Pattern.compile("[A-Za-z0-9_.$-]+");
    /** Names that people type; any other name is taken as a logger's. */
    private static final Map<String, String> NAMES = Map.of(
            "root", "ROOT",
            "posthouse", "org.posthouse",
            "proxy", "org.posthouse.proxy",
            "wire", "org.posthouse.wire",
            "login", LOGIN,
            "trace", "org.posthouse.example.trace",
            "container", "org.posthouse.launcher",
            "netty", "io.netty");

    LogLevels {
        byLogger = Map.copyOf(byLogger);
    }

    /** Reads {@code name=level,name=level}; an empty text asks for nothing. */
    static LogLevels parse(String text) throws Refusal {
        Map<String, String> levels = new TreeMap<>();
        levels.put("ROOT", "INFO");
        // Netty tells at INFO what only its developers want to know.
        levels.put("io.netty", "WARN");
        // So do the web server and the frame around our console.
        levels.put("org.eclipse.jetty", "WARN");
        levels.put("org.apache.felix.http", "WARN");
        levels.put("org.apache.felix.webconsole", "WARN");
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                put(levels, part.strip());
            }
        }
        return new LogLevels(levels);
    }

    private static void put(Map<String, String> levels, String part) throws Refusal {
        int equals = part.indexOf('=');
        String name = equals < 0 ? "" : part.substring(0, equals).strip();
        String level = part.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
        if (!LOGGER.matcher(name).matches()) {
            throw new Refusal(ExitCode.USAGE, VARIABLE + ": " + part + ": expected name=level");
        }
        if (!LEVELS.contains(level)) {
            throw new Refusal(
                    ExitCode.USAGE, VARIABLE + ": " + part + ": unknown level (trace, debug, info, warn, error, off)");
        }
        levels.put(NAMES.getOrDefault(name, name), level);
    }

    /**
     * The Logback configuration of the container. It writes to {@code System.out}, which is the launcher's {@link Console}: no appender
     * thread of its own, nothing to flush when the bundles are gone.
     */
    String logbackXml(LogFormat format) {
        StringBuilder xml = new StringBuilder(2048);
        xml.append("<!-- Written by the launcher at each start. -->\n<configuration>\n");
        appender(xml, "stdout", format.encoder(TIME_AND_LEVEL + " %logger{20} %msg%n"));
        appender(xml, "logins", format.encoder(TIME_AND_LEVEL + " %msg%n"));
        Map<String, String> levels = new TreeMap<>(byLogger);
        String root = levels.remove("ROOT");
        // The demo's mail server logs a client's every slip with a stack trace.
        levels.putIfAbsent("com.icegreen", "ERROR");
        String logins = levels.getOrDefault(LOGIN, "INFO");
        levels.remove(LOGIN);
        levels.forEach((name, level) -> xml.append("  <logger name=\"")
                .append(name)
                .append("\" level=\"")
                .append(level)
                .append("\"/>\n"));
        xml.append("  <logger name=\"" + LOGIN + "\" level=\"")
                .append(logins)
                .append("\" additivity=\"false\"><appender-ref ref=\"logins\"/></logger>\n");
        return xml.append("  <root level=\"")
                .append(root)
                .append("\"><appender-ref ref=\"stdout\"/></root>\n</configuration>\n")
                .toString();
    }

    private static void appender(StringBuilder xml, String name, String encoder) {
        xml.append("  <appender name=\"")
                .append(name)
                .append("\" class=\"ch.qos.logback.core.ConsoleAppender\">")
                .append(encoder)
                .append("</appender>\n");
    }
}
