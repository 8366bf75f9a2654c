package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class DataFolderTest {

    @Test
    void shouldRefuseAsTemporaryWhenTaken(@TempDir Path folder) throws Exception {
        try (DataFolder taken = DataFolder.take(folder.resolve("data"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> DataFolder.take(folder.resolve("data")));

            assertEquals(ExitCode.TEMPORARY, refusal.code());
            assertEquals(folder.resolve("data/framework"), taken.storage());
        }
    }

    @Test
    void shouldBeFreeAgainWhenClosed(@TempDir Path folder) throws Exception {
        DataFolder.take(folder).close();
        DataFolder.take(folder).close();
    }

    @Test
    void shouldRefuseAsPermissionWhenItCannotBeMade(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertEquals(
                ExitCode.PERMISSION,
                assertThrows(Refusal.class, () -> DataFolder.take(file.resolve("data")))
                        .code());
    }
}
