package org.posthouse.run.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.build.model.clauses.VersionedClause;
import aQute.bnd.repository.fileset.FileSetRepository;
import biz.aQute.resolve.Bndrun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bndrun resolves from what the distribution depends on, and says in git what the resolver says now. */
@Tag("resolve")
class BndrunTest {

    static List<Path> bndruns() throws IOException {
        List<Path> found = BuiltTree.here().bndruns();
        assertFalse(found.isEmpty(), "no bndrun below run/: nothing would be checked");
        return found;
    }

    @ParameterizedTest
    @MethodSource("bndruns")
    void shouldSayWhatTheResolverSaysWhenResolvedAnew(Path file, @TempDir File scratch) throws Exception {
        Resolution resolution = Resolution.of(file, scratch);
        assertEquals(resolution.resolved(), resolution.written(), "-runbundles of " + file);
    }

    @Test
    void shouldNoticeWhenRunbundlesAreStale(@TempDir Path scratch) throws Exception {
        Path file = Files.writeString(scratch.resolve("stale.bndrun"), """
                -runfw: org.apache.felix.framework;version='[7.0.5,8)'
                -runee: JavaSE-17
                -runrequires: bnd.identity;id='io.netty.buffer'
                -runbundles: io.netty.buffer;version='[4.2.0,4.2.1)'
                """);
        Resolution resolution = Resolution.of(file, scratch.toFile());
        assertNotEquals(resolution.resolved(), resolution.written());
    }

    /** What a bndrun says and what the resolver would write into it. */
    private record Resolution(List<String> written, List<String> resolved) {

        static Resolution of(Path file, File scratch) throws Exception {
            try (Bndrun bndrun = Bndrun.createBndrun(null, file.toFile())) {
                bndrun.getWorkspace().setBuildDir(scratch);
                bndrun.getWorkspace().addBasicPlugin(new FileSetRepository("distribution", classPathJars()));
                List<String> written = clauses(bndrun);
                bndrun.resolve(false, false);
                assertTrue(bndrun.isOk(), () -> file + ": " + bndrun.getErrors());
                return new Resolution(written, clauses(bndrun));
            }
        }

        private static List<String> clauses(Bndrun bndrun) {
            return Optional.ofNullable(bndrun.getModel().getRunBundles()).orElse(List.of()).stream()
                    .map(VersionedClause::toString)
                    .sorted()
                    .toList();
        }

        private static List<File> classPathJars() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> entry.endsWith(".jar"))
                    .map(File::new)
                    .toList();
        }
    }
}
