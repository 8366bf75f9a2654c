package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Blocks of docs/writing-interceptors.md that name a file stand in it, line after line. */
@Tag("unit")
class GuidePageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("<!-- (\\S+\\.java) -->\n((?:\n|    .*\n)+)");

    @Test
    void shouldQuoteWhatCompilesAndRuns() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/writing-interceptors.md"));
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
        assertEquals(page.split("<!-- ", -1).length - 1, blocks.size());
        assertEquals(3, blocks.size());
        for (MatchResult block : blocks) {
            String source = squeezed(Files.readString(ROOT.resolve(block.group(1))));
            assertTrue(source.contains(squeezed(block.group(2))), block::group);
        }
    }

    /** Without indentation, line ends and spaces: the formatter wraps where the page doesn't. */
    private static String squeezed(String text) {
        return text.lines().map(line -> line.replaceAll("\\s+", "")).collect(Collectors.joining());
    }
}
