package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ConfigurationFilesTest {

    /** A name that isn't found again would keep the proxy from being ready for a file that is in order. */
    @ParameterizedTest
    @ValueSource(
            strings = {"org.posthouse.listener-a.cfg", "org.example-two words.cfg", "org.example-größe.cfg", "a%20b.cfg"
            })
    void shouldFindTheNameAgainThatTheFileHas(String name) {
        assertEquals(
                name, ConfigurationFiles.name(Path.of("/conf", name).toUri().toString()));
    }

    @Test
    void shouldTakeTheLastPartOfWhatIsNoUri() {
        assertEquals("b c.cfg", ConfigurationFiles.name("/a/b c.cfg"));
        assertEquals("", ConfigurationFiles.name(""));
    }
}
