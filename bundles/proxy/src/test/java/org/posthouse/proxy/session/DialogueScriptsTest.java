package org.posthouse.proxy.session;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every script of {@code dialogues/}, in every way to cut it into packets. */
@Tag("embedded")
class DialogueScriptsTest {

    @TestFactory
    Stream<DynamicTest> shouldFollowTheScriptWhenItsMessagesAreCutAnywhere() throws IOException, URISyntaxException {
        return scripts().stream()
                .map(s -> DynamicTest.dynamicTest(
                        s.file() + ": " + s.title(), () -> s.cuts().forEach(c -> Performance.play(s, c))));
    }

    static List<Script> scripts() throws IOException, URISyntaxException {
        Path folder =
                Path.of(DialogueScriptsTest.class.getResource("/dialogues").toURI());
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                scripts.addAll(Script.read(file));
            }
        }
        return scripts;
    }
}
