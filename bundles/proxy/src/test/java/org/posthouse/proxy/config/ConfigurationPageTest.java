package org.posthouse.proxy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/configuration.md} says neither less nor more than the reader knows. */
@Tag("unit")
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../../docs/configuration.md");
    private static final Pattern BLOCK = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE_FAULT = Pattern.compile("certificate|key");

    @TempDir
    Path base;

    @Test
    void shouldReadEachExampleWithoutAFaultWhenItsFilesAreThere() throws IOException {
        for (Map<String, String> example : examples()) {
            Outcome outcome = new ListenerSettingsReader().read("page", "page.cfg", example, base);
            List<String> wrong = outcome.match(valid -> List.of(), faulty -> faulty.faults().stream()
                    .filter(fault -> !FILE_FAULT.matcher(fault.key()).matches())
                    .map(Fault::toString)
                    .toList());
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void shouldShowEachKeyInATableAndInAnExampleWhenTheReaderKnowsIt() throws IOException {
        Set<String> exemplified = new TreeSet<>();
        for (Map<String, String> example : examples()) {
            example.keySet().forEach(key -> exemplified.add(general(key)));
        }
        Set<String> known = new TreeSet<>();
        Keys keys = new Keys(
                "page.cfg",
                new HashMap<>(Map.of(
                        "interceptors", "a",
                        "interceptor.a.failure", "open",
                        "interceptor.a.deferral", "1s",
                        "interceptor.a.budget", "1KiB")));
        ListenerSettingsReader.settings(keys, "page", "page.cfg", base);
        keys.known().forEach(key -> known.add(general(key)));

        assertEquals(known, exemplified);
        String tables = Files.readString(PAGE);
        known.forEach(key -> assertTrue(tables.contains("`" + key + "`"), key));
    }

    private static String general(String key) {
        return key.replaceAll("^interceptor\\..*\\.", "interceptor.ID.");
    }

    private static List<Map<String, String>> examples() throws IOException {
        List<Map<String, String>> examples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            Properties read = new Properties();
            read.load(new StringReader(blocks.group(1)));
            Map<String, String> example = new HashMap<>();
            read.stringPropertyNames().forEach(key -> example.put(key, read.getProperty(key)));
            examples.add(example);
        }
        assertTrue(examples.size() > 4, "no examples found");
        return examples;
    }
}
