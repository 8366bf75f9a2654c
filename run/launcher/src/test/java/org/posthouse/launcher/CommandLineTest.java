package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CommandLineTest {
    private static final Folders DEFAULTS = Folders.of(Path.of("/opt/posthouse"));

    @Test
    void shouldStayInsideTheInstallationWhenNoFolderIsGiven() throws Refusal {
        assertEquals(new Command.Run(DEFAULTS), parse("run"));
        assertEquals(Path.of("/opt/posthouse/data"), DEFAULTS.data());
    }

    @Test
    void shouldTakeFoldersInBothSpellingsWhenGiven() throws Refusal {
        Folders expected =
                DEFAULTS.withConf(Path.of("/a")).withPlugins(Path.of("/b")).withData(Path.of("/c"));

        assertEquals(new Command.Run(expected), parse("run", "--conf", "/a", "--plugins=/b", "--data", "/c"));
    }

    @Test
    void shouldResolveAgainstTheWorkingDirectoryWhenAFolderIsRelative() throws Refusal {
        assertEquals(
                new Command.Check(DEFAULTS.withConf(Path.of("").toAbsolutePath().resolve("x"))),
                parse("check", "--conf", "./y/../x"));
    }

    @Test
    void shouldAskTheInstanceOfTheDataFolderWhenItsStatusIsWanted() throws Refusal {
        assertEquals(new Command.Status(DEFAULTS, false), parse("status"));
        assertEquals(
                new Command.Status(DEFAULTS.withData(Path.of("/c")), true), parse("status", "--json", "--data", "/c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "run --conf",
                "run --conf=",
                "run --what x",
                "run --data a,b",
                "check --data /c",
                "status --conf /c",
                "status now",
                "version now",
                "help me"
            })
    void shouldRefuseWithUsageWhenItCannotBeUnderstood(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));

        Refusal refusal = assertThrows(Refusal.class, () -> new CommandLine(DEFAULTS).parse(words));

        assertEquals(ExitCode.USAGE, refusal.code());
    }

    private static Command parse(String... words) throws Refusal {
        return new CommandLine(DEFAULTS).parse(List.of(words));
    }
}
