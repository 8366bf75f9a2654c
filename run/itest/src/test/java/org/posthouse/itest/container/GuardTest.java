package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.posthouse.admin.Administration;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.load.Faults;
import org.posthouse.itest.load.Load;
import org.posthouse.itest.load.LoadServer;

/** A required guard is updated, crashes and is quarantined under sessions that pipeline what it forbids. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class GuardTest {

    private static final int SESSIONS = 300;
    private static final long SECONDS = Boolean.getBoolean("posthouse.long") ? 120 : 20;

    private final List<Guard> guards = new ArrayList<>();
    private int quarantines;
    private final Random random = new Random(Long.getLong("posthouse.seed", 7));

    @Test
    public void shouldLetNotOneForbiddenCommandThroughWhenUpdatedCrashedAndQuarantined() throws Exception {
        Faults faults = new Faults();
        try (ScriptedServer server = ScriptedServer.playing(new LoadServer(faults))) {
            Listener listener = Listener.plain("guarded", server.port()).with("interceptors", "deny, *");
            Configuration configuration = Container.here().open(listener);
            ServiceRegistration<InterceptorFactory> registration = register();
            try (Load load = Load.trespassing(listener.port(), SESSIONS, faults)) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                for (int round = 0; System.nanoTime() < end && !load.broken(); round++) {
                    newest().crashing(round % 4 == 3);
                    if (newest().isCrashing()) {
                        // Its sessions come from three addresses.
                        Await.until("quarantine", () -> state() == SlotState.QUARANTINED);
                        quarantines++;
                    }
                    pause(300);
                    registration.unregister();
                    newest().gone();
                    pause(random.nextInt(40));
                    registration = register();
                    pause(300);
                }
                newest().crashing(false);
                registration.unregister();
                newest().gone();
            }
            assertEquals(List.of(), faults.found());
            assertTrue(guards.stream().mapToLong(Guard::denied).sum() > SESSIONS, "nothing was denied");
            assertTrue(guards.stream().mapToLong(Guard::crashed).sum() > 0, "nothing crashed");
            assertTrue(quarantines > 0, "nothing was in quarantine");
            assertEquals(0, guards.stream().mapToLong(Guard::calledAfterwards).sum(), "calls after unregister");
            configuration.delete();
        }
    }

    private static SlotState state() {
        return Container.here().service(Administration.class).status().listeners().stream()
                .filter(listener -> listener.name().equals("guarded"))
                .flatMap(listener -> listener.chain().stream())
                .filter(slot -> slot.id().equals("deny"))
                .map(SlotStatus::state)
                .findFirst()
                .orElseThrow();
    }

    private Guard newest() {
        return guards.get(guards.size() - 1);
    }

    private ServiceRegistration<InterceptorFactory> register() {
        guards.add(new Guard());
        return Container.here().register(InterceptorFactory.class, newest(), Map.of(InterceptorFactory.ID, "deny"));
    }

    /** The load goes on meanwhile; nothing is expected at the end of it. */
    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
