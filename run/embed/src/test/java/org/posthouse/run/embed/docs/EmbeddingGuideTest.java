package org.posthouse.run.embed.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.run.embed.Built;

/** Each block of docs/embedding.md stands, line after line, in the file that it names; and those files are built and tested. */
@Tag("resolve")
class EmbeddingGuideTest {

    private static final Path GUIDE = Built.root().resolve("docs/embedding.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (\\S+) -->\\n)?```(\\w*)\\n(.*?)```\\n", Pattern.DOTALL);

    /** A block and where it comes from; empty for commands that show what somebody types. */
    record Quoted(String file, String language, String text) {
        @Override
        public String toString() {
            return file + " " + text.lines().findFirst().orElse("");
        }
    }

    static List<Quoted> blocks() throws IOException {
        List<Quoted> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            String file = block.group(1) == null ? "" : block.group(1);
            found.add(new Quoted(file, block.group(2), block.group(3)));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldQuoteWhatIsBuiltAndTested(Quoted block) throws IOException {
        assertTrue(!block.file().isEmpty(), () -> "names no file: " + block);
        String source = squeezed(Files.readString(Built.root().resolve(block.file())));
        assertTrue(source.contains(squeezed(block.text())), () -> "not in " + block.file() + ":\n" + block.text());
    }

    @Test
    void shouldHaveAnExampleForEachKindOfHost() throws IOException {
        String files = blocks().stream().map(Quoted::file).collect(Collectors.joining(" "));
        assertEquals(
                List.of(),
                List.of("consumer/pom.xml", "Gateway.java", "FelixHost.java", "BareFelixTest.java", "KarafTest.java")
                        .stream()
                        .filter(file -> !files.contains(file))
                        .toList());
    }

    /** Without indentation and empty lines. */
    private static String squeezed(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
