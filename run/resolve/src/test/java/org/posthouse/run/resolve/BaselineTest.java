package org.posthouse.run.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What authors compile against, held against the last version that they were given ({@code cnf/baseline}): a package that
 * changed without the version that semantic versioning asks for fails the build.
 */
@Tag("resolve")
class BaselineTest {

    /** For the proxy alone; it changes with it. */
    private static final String PACKAGES = "!org.posthouse.imap.wire,*";

    static List<Path> baselines() throws Exception {
        try (Stream<Path> files = Files.list(BuiltTree.here().root().resolve("cnf/baseline"))) {
            List<Path> jars =
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
            assertFalse(jars.isEmpty(), "no baseline: nothing would be checked");
            return jars;
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void shouldHaveTheVersionThatItsChangesAskForWhenAPackageChanged(Path before) throws Exception {
        assertEquals(List.of(), mismatches(before, built(before)));
    }

    @Test
    void shouldBeFoundWhenATypeOfTheApiIsGone() throws Exception {
        Path before = baselines().stream()
                .filter(b -> b.getFileName().toString().startsWith("org.posthouse.api"))
                .findFirst()
                .orElseThrow();
        try (Jar newer = new Jar(built(before).toFile())) {
            newer.remove("org/posthouse/intercept/Interceptor.class");
            assertFalse(mismatches(before, newer).isEmpty());
        }
    }

    private static Path built(Path before) throws Exception {
        String name = before.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", "");
        return BuiltTree.here().bundles().stream()
                .filter(b -> b.bundle() && b.symbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + name + " for its baseline"))
                .jar();
    }

    private static List<String> mismatches(Path before, Path now) throws Exception {
        try (Jar newer = new Jar(now.toFile())) {
            return mismatches(before, newer);
        }
    }

    private static List<String> mismatches(Path before, Jar newer) throws Exception {
        try (Processor processor = new Processor();
                Jar older = new Jar(before.toFile())) {
            return new Baseline(processor, new DiffPluginImpl())
                    .baseline(newer, older, new Instructions(PACKAGES)).stream()
                            .filter(info -> info.mismatch)
                            .map(info -> info.packageName + ": " + info.newerVersion + " must be at least "
                                    + info.suggestedVersion)
                            .toList();
        }
    }
}
