package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.load.Faults;
import org.posthouse.itest.load.HeapPath;
import org.posthouse.itest.load.Load;
import org.posthouse.itest.load.LoadServer;
import org.posthouse.itest.load.Trail;

/** The examples come, change and go at random while three hundred sessions work: no octet of theirs is touched. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class StormTest {

    private static final int SESSIONS = 300;
    private static final long SECONDS = Boolean.getBoolean("posthouse.long") ? 300 : 40;

    @Test
    public void shouldLoseAndChangeNoOctetWhenExamplesComeChangeAndGoUnderLoad() throws Exception {
        long seed = Long.getLong("posthouse.seed", System.nanoTime());
        Storm storm = new Storm(Container.here(), Distribution.examples(), seed);
        Faults faults = new Faults();
        try (ScriptedServer server = ScriptedServer.playing(new LoadServer(faults))) {
            // On a slow machine a guard that was stopped at random is back late; its absence is GuardTest's matter.
            Listener listener = Listener.plain("storm", server.port()).with("guard-grace", "600s");
            Configuration configuration = Container.here().open(listener);
            try (Load load = Load.mixed(listener.port(), SESSIONS, faults)) {
                rage(storm, load);
                assertEquals(List.of(), faults.found(), "seed " + seed + ", done " + storm.done());
                assertTrue(load.turns().get() > SESSIONS, "the sessions did nothing: nothing was shown");
                everyLoaderIsGone(storm);
            }
            configuration.delete();
        }
    }

    private static void rage(Storm storm, Load load) throws BundleException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        storm.allIn();
        while (System.nanoTime() < end && !load.broken()) {
            storm.blow();
        }
        storm.allOut();
        assertTrue(
                storm.done()
                        .keySet()
                        .containsAll(Set.of("install", "update", "stop", "start", "uninstall", "reconfigure")),
                "not everything was done: " + storm.done());
    }

    /** With the sessions still open. */
    private static void everyLoaderIsGone(Storm storm) {
        Container.here().context().getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null);
        assertFalse(storm.trails().isEmpty());
        Await.until(
                "the class loaders of " + storm.trails().size() + " generations to be collected",
                Duration.ofSeconds(60),
                () -> {
                    System.gc();
                    return storm.trails().stream().allMatch(Trail::cold);
                },
                () -> storm.trails().stream().filter(t -> !t.cold()).toList() + "\n" + HeapPath.ofThisHeap());
    }
}
