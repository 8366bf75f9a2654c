package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.load.Faults;
import org.posthouse.itest.load.Load;
import org.posthouse.itest.load.LoadServer;

/**
 * Twenty instances of one interceptor, reconfigured by twenty threads at once while sessions work. A lock that isn't got in time shows as
 * an instance that hasn't taken its last configuration, or as an error of the framework.
 *
 * <p>The last configuration comes when what was before it has been told. SCR 2.2.18 reads a configuration's properties first and its
 * change count then; an update between the two is taken for known, and never read.
 */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class InstancesTest {

    private static final int INSTANCES = 20;
    private static final int ROUNDS = 15;
    private static final int SESSIONS = 60;
    private static final String PID = "org.posthouse.example.auditline";

    @Test
    public void shouldTakeEachConfigurationWhenTwentyInstancesAreReconfiguredAtOnce() throws Exception {
        Collection<String> errors = new ConcurrentLinkedQueue<>();
        FrameworkListener listening = event -> note(event, errors);
        Container.here().context().addFrameworkListener(listening);
        Bundle bundle = install();
        List<Configuration> instances = instances();
        Faults faults = new Faults();
        try (ScriptedServer server = ScriptedServer.playing(new LoadServer(faults))) {
            Listener listener = Listener.plain("instances", server.port()).with("interceptors", order());
            Configuration configuration = Container.here().open(listener);
            try (Load load = Load.mixed(listener.port(), SESSIONS, faults)) {
                long before = load.turns().get();
                reconfigure(instances, 1, ROUNDS - 1);
                awaitTold();
                reconfigure(instances, ROUNDS, ROUNDS);
                Await.until(
                        "the last configuration of each",
                        Await.PATIENCE,
                        () -> taken().equals(wanted()),
                        InstancesTest::evidence);
                Await.until("the sessions to work on", () -> load.turns().get() > before + SESSIONS);
            }
            configuration.delete();
        }
        for (Configuration each : instances) {
            each.delete();
        }
        bundle.uninstall();
        Container.here().context().removeFrameworkListener(listening);
        assertEquals(List.of(), faults.found());
        assertTrue(errors.isEmpty(), errors::toString);
    }

    private static Bundle install() throws Exception {
        Path jar = Distribution.examples().stream()
                .filter(path -> path.getFileName().toString().startsWith(PID))
                .findFirst()
                .orElseThrow();
        Bundle bundle = Container.here().context().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    private static List<Configuration> instances() throws IOException {
        ConfigurationAdmin admin = Container.here().service(ConfigurationAdmin.class);
        List<Configuration> all = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            Configuration made = admin.getFactoryConfiguration(PID, "i" + i, "?");
            update(made, i, 0);
            all.add(made);
        }
        return all;
    }

    private static void update(Configuration one, int instance, int slow) throws IOException {
        one.update(FrameworkUtil.asDictionary(Map.of("instance", "i" + instance, "slow", String.valueOf(slow))));
    }

    private static String order() {
        return IntStream.range(0, INSTANCES).mapToObj(i -> "audit-line:i" + i).collect(Collectors.joining(", "));
    }

    /** Returns when all listeners have heard of every update made so far: Configuration Admin tells them in order. */
    private static void awaitTold() throws IOException {
        Configuration last = Container.here().service(ConfigurationAdmin.class).getConfiguration("told", "?");
        CountDownLatch told = new CountDownLatch(1);
        ServiceRegistration<?> listening = Container.here()
                .register(
                        ConfigurationListener.class,
                        event -> {
                            if ("told".equals(event.getPid())) {
                                told.countDown();
                            }
                        },
                        Map.of());
        last.update(FrameworkUtil.asDictionary(Map.of("all", "told")));
        Await.until("all updates to be told", () -> told.getCount() == 0);
        listening.unregister();
        last.delete();
    }

    private static void reconfigure(List<Configuration> instances, int first, int last) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(INSTANCES);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            int instance = i;
            Thread thread = new Thread(() -> {
                try {
                    all.countDown();
                    all.await();
                    for (int round = first; round <= last; round++) {
                        update(instances.get(instance), instance, round);
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What each instance's service says of its configuration. */
    private static Map<String, String> taken() throws InvalidSyntaxException {
        Map<String, String> taken = new TreeMap<>();
        for (ServiceReference<?> each : Container.here()
                .context()
                .getServiceReferences(InterceptorFactory.class, "(" + InterceptorFactory.ID + "=audit-line)")) {
            taken.put(String.valueOf(each.getProperty("instance")), String.valueOf(each.getProperty("slow")));
        }
        return taken;
    }

    private static String evidence() {
        try {
            return "taken: " + taken();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> wanted() {
        return IntStream.range(0, INSTANCES)
                .boxed()
                .collect(Collectors.toMap(i -> "i" + i, i -> String.valueOf(ROUNDS)));
    }

    private static void note(FrameworkEvent event, Collection<String> errors) {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.add(event.getBundle() + ": " + event.getThrowable());
        }
    }
}
