package org.posthouse.proxy.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code org.posthouse.listener-NAME.cfg} as the container's FileInstall reads it: properties in ISO-8859-1 with
 * <code>${…}</code> replaced from the environment and system properties.
 */
final class ConfigurationFile {

    private static final Pattern NAME = Pattern.compile("org\\.posthouse\\.listener[-~](.+)\\.cfg");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]*)}");

    private final Path file;

    ConfigurationFile(Path file) {
        this.file = file;
    }

    static boolean named(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    String name() {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? matcher.group(1) : String.valueOf(file.getFileName());
    }

    Map<String, String> read() throws IOException {
        Properties properties = load(new Properties());
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, substituted(properties.getProperty(key))));
        return values;
    }

    /** The keys that are written more than once, in order. */
    Set<String> repeated() throws IOException {
        return new TreeSet<>(load(new Noting()).again);
    }

    private <P extends Properties> P load(P properties) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("holds a malformed \\u escape", malformed);
        }
        return properties;
    }

    private static String substituted(String value) {
        return PLACEHOLDER.matcher(value).replaceAll(found -> Matcher.quoteReplacement(lookup(found.group(1))));
    }

    private static String lookup(String name) {
        return name.startsWith("env:")
                ? System.getenv().getOrDefault(name.substring(4), "")
                : System.getProperty(name, "");
    }

    /** Properties that remember what was put twice. */
    private static final class Noting extends Properties {
        private static final long serialVersionUID = 1;
        private final transient Set<String> again = new HashSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                again.add(String.valueOf(key));
            }
            return super.put(key, value);
        }
    }
}
