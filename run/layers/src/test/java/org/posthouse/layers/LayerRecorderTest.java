package org.posthouse.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Tag("unit")
class LayerRecorderTest {
    @Test
    void shouldWriteOneLinePerTestWhenTheyFinish(@TempDir Path folder) throws Exception {
        assertEquals(
                List.of("vectors failed broken", "vectors passed ", "vectors skipped no server"),
                recorded(Sample.class, folder));
    }

    @Test
    void shouldCountEachTestAsSkippedWhenTheirClassGivesUp(@TempDir Path folder) throws Exception {
        assertEquals(
                List.of("servers skipped nothing here", "servers skipped nothing here"),
                recorded(GivesUp.class, folder));
    }

    private List<String> recorded(Class<?> type, Path folder) throws Exception {
        Path file = folder.resolve("layers.tsv");
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new LayerRecorder(file))
                .build();
        LauncherFactory.create(alone)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(type))
                        .build());
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(f -> f[0] + " " + f[3] + " " + f[5])
                .sorted()
                .toList();
    }

    @Tag("vectors")
    static class Sample {
        @Test
        void passes() {}

        @Test
        void fails() {
            Assertions.fail("broken");
        }

        @Test
        void skips() {
            Assumptions.abort("no server");
        }
    }

    @Tag("servers")
    static class GivesUp {
        @BeforeAll
        static void look() {
            Assumptions.abort("nothing here");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }
}
