package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Our own scripts, one file per rule of the design's chapter 3. */
@Tag("vectors")
class VectorTest {

    private static final Path FILES = Path.of("src/test/resources/vectors");

    @TestFactory
    Stream<DynamicNode> shouldFrameAsWrittenWhenCutAnywhere() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(FILES)) {
            files = list.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty(), "no vectors");
        Stream.Builder<DynamicNode> tests = Stream.builder();
        for (Path file : files) {
            for (Script script : Script.read(file)) {
                tests.add(DynamicTest.dynamicTest(file.getFileName() + ": " + script.title(), () -> check(script)));
            }
        }
        return tests.build();
    }

    private static void check(Script script) {
        byte[] input = script.input();
        List<Frame> frames = Verifier.frames(script.title(), input, script::probe);
        assertEquals(text(script.frames()), text(frames));
        if (frames.stream()
                        .noneMatch(frame ->
                                frame.what().equals(Frame.REST) || frame.what().equals(Frame.DEAD))
                && frames.get(frames.size() - 1).endsMessage()
                && !fatal(frames)) {
            Verifier.concatenated(script.title(), input, script::probe, frames);
        }
        if (script.client() && !script.refused()) {
            shouldFrameTheSameWhenStreamed(script, input, frames);
        }
    }

    /** With nothing held, parts come as they are there; put together they are the same lines. */
    private static void shouldFrameTheSameWhenStreamed(Script script, byte[] input, List<Frame> frames) {
        CommandRules rules = new CommandRules(
                script.options().contains("lenient-line-ends"),
                script.options().contains("lenient-heads"),
                script.options().contains("unknown-literals"));
        assertEquals(frames, Verifier.frames(script.title(), input, () -> CommandProbe.streaming(rules, 0)));
    }

    private static boolean fatal(List<Frame> frames) {
        return frames.stream().anyMatch(frame -> frame.what().endsWith("(fatal)"));
    }

    private static String text(List<Frame> frames) {
        return frames.stream()
                .map(frame -> frame.what() + "\n" + frame.octets())
                .collect(Collectors.joining("\n"));
    }
}
