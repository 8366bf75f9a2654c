package org.posthouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The framework with the bundles of the installation. Started and awaited by the main thread, stopped by a signal's. */
final class Container {
    private static final String BY_REFERENCE = "reference:";
    private static final Duration FILES = Duration.ofSeconds(5);
    private static final long STEP_MILLIS = 50;
    private final Framework framework;
    private final Log log;

    private Container(Framework framework, Log log) {
        this.framework = framework;
        this.log = log;
    }

    /** Initialises a framework on an empty storage; nothing runs yet. */
    static Container create(FrameworkFactory factory, Map<String, Object> settings, Log log) throws Refusal {
        Map<String, String> raw = raw(settings);
        Framework framework = factory.newFramework(raw);
        try {
            framework.init();
        } catch (BundleException failure) {
            throw new Refusal(ExitCode.SOFTWARE, "framework does not start: " + Log.reasons(failure));
        }
        new ShippedBundles(Container::ships).guard(framework.getBundleContext());
        return new Container(framework, log);
    }

    /** What {@link #install} installed, and the framework itself. */
    private static boolean ships(Bundle bundle) {
        return bundle.getBundleId() == 0 || bundle.getLocation().startsWith(BY_REFERENCE);
    }

    /** Installs each jar of the folder at its start level. By reference, so that nothing is copied at each start. */
    void install(Path folder, StartLevels levels) throws Refusal {
        BundleContext context = framework.getBundleContext();
        for (Path jar : jars(folder)) {
            try {
                Bundle bundle = context.installBundle(BY_REFERENCE + jar.toUri());
                bundle.adapt(BundleStartLevel.class).setStartLevel(levels.of(bundle.getSymbolicName()));
                if (!fragment(bundle)) {
                    bundle.start();
                }
            } catch (BundleException | IllegalStateException damaged) {
                throw new Refusal(ExitCode.SOFTWARE, "installation is damaged: " + jar + ": " + Log.reasons(damaged));
            }
        }
    }

    /**
     * Starts everything, what can be configured not before the files of the folder are known; returns when the last start level is
     * reached.
     *
     * @throws Refusal when one of the installation's own bundles doesn't start; the log has named its reason
     */
    void start(Path conf) throws Refusal {
        framework.getBundleContext().addFrameworkListener(this::report);
        framework.getBundleContext().addBundleListener(new EarlyLogging(framework.getBundleContext(), log));
        List<Bundle> ours = List.of(framework.getBundleContext().getBundles());
        try {
            framework.start();
        } catch (BundleException failure) {
            throw new Refusal(ExitCode.SOFTWARE, "framework does not start: " + Log.reasons(failure));
        }
        ConfigurationFiles files = new ConfigurationFiles(conf, framework.getBundleContext());
        files.offer();
        List<String> unread = files.awaitRead(FILES, this::runs);
        if (!unread.isEmpty() && runs()) {
            log.warn("configuration files not read in time files=" + unread);
        }
        rise();
        String idle =
                ours.stream().filter(Container::idle).map(FrameworkLog::name).collect(Collectors.joining(" "));
        if (!idle.isEmpty() && runs()) {
            throw new Refusal(ExitCode.SOFTWARE, "installation is damaged: not started: " + idle);
        }
    }

    private boolean runs() {
        return framework.getState() == Bundle.ACTIVE;
    }

    /** To the last level; a stop meanwhile ends the wait. */
    private void rise() throws Refusal {
        CountDownLatch there = new CountDownLatch(1);
        try {
            framework.adapt(FrameworkStartLevel.class).setStartLevel(StartLevels.BEGINNING, event -> there.countDown());
            while (!there.await(STEP_MILLIS, TimeUnit.MILLISECONDS) && runs()) {
                // A stop that came first takes the levels down again, and nobody tells the listener.
            }
        } catch (IllegalStateException stopping) {
            log.info("stopped while starting");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(ExitCode.SOFTWARE, "interrupted while starting");
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Begins to stop, start level by start level: the proxy drains first, the plugins follow. Returns at once. */
    void stop() {
        try {
            framework.stop();
        } catch (BundleException failure) {
            log.error("container", "stop failed", Optional.of(failure));
        }
    }

    /** Waits until the framework has stopped, for whatever cause; false when the time is over. */
    boolean awaitStop(Duration bound) throws InterruptedException {
        return framework.waitForStop(bound.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
    }

    private void report(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            log.error(
                    "framework",
                    "bundle=" + FrameworkLog.name(event.getBundle()),
                    Optional.ofNullable(event.getThrowable()));
        }
    }

    private static boolean idle(Bundle bundle) {
        return !fragment(bundle) && bundle.getState() != Bundle.ACTIVE;
    }

    private static boolean fragment(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders().get(Constants.FRAGMENT_HOST))
                .isPresent();
    }

    private static List<Path> jars(Path folder) throws Refusal {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new Refusal(ExitCode.SOFTWARE, "installation is damaged: " + folder + " can't be read");
        }
    }

    /** Felix takes its logger as an object in a map that the specification declares with text values. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, String> raw(Map<String, Object> settings) {
        return (Map) settings;
    }
}
