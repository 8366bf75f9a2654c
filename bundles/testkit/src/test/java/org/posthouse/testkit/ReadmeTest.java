package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's example is the test that runs. */
class ReadmeTest {

    @Test
    void shouldShowWhatCompilesAndRuns() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> example = Files.readAllLines(Path.of("src/test/java/org/posthouse/testkit/ShoutTest.java"));
        example.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> assertTrue(readme.contains("    " + line + "\n"), line));
    }
}
