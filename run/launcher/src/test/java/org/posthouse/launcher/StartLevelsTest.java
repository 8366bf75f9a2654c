package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class StartLevelsTest {

    @Test
    void shouldPreferTheExactNameThenTheLongestPrefixWhenSeveralCover() {
        StartLevels levels = new StartLevels(Map.of("org.a*", 1, "org.a.b*", 2, "org.a.b.c", 3));

        assertEquals(3, levels.of("org.a.b.c"));
        assertEquals(2, levels.of("org.a.b.d"));
        assertEquals(1, levels.of("org.a.x"));
        assertEquals(StartLevels.OTHERS, levels.of("com.other"));
    }

    @Test
    void shouldCallTheInstallationDamagedWhenTheFileIsMissingOrWrong(@TempDir Path folder) throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "a = high\n");

        assertEquals(
                ExitCode.SOFTWARE,
                assertThrows(Refusal.class, () -> StartLevels.read(wrong)).code());
        assertEquals(
                ExitCode.SOFTWARE,
                assertThrows(Refusal.class, () -> StartLevels.read(folder.resolve("none")))
                        .code());
    }
}
