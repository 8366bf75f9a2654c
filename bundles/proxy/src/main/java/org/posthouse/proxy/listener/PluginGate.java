package org.posthouse.proxy.listener;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.posthouse.proxy.transport.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ports shut until each jar that lay in the plugin folder at start serves or was named as failed: a plugin that
 * refuses things must not miss the first sessions. The folder is the framework property {@code posthouse.plugins};
 * without it the gate stands open from the start. Once open it stays open. Thread-safe, nobody waits in it.
 */
@Component(service = PluginGate.class)
public final class PluginGate {

    private static final Logger LOG = LoggerFactory.getLogger(PluginGate.class);
    private static final String FOLDER = "posthouse.plugins";
    private static final long LOOK_MILLIS = 50;

    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("plugins"));

    /** Called by Declarative Services. */
    @Activate
    public PluginGate(BundleContext context) {
        this(Optional.ofNullable(context.getProperty(FOLDER)).map(Path::of), new InstalledBundles(context));
    }

    PluginGate(Optional<Path> folder, InstalledPlugins installed) {
        Optional<PluginRoll> roll = folder.map(f -> PluginRoll.of(f, installed));
        if (roll.isPresent()) {
            clock.scheduleWithFixedDelay(() -> look(roll.get()), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            open.complete(null);
        }
    }

    private void look(PluginRoll roll) {
        try {
            if (roll.settled(System.nanoTime())) {
                open.complete(null);
                clock.shutdown();
            }
        } catch (RuntimeException unexpected) {
            // Looked at again: a task that throws would never be scheduled any more, and no port would open.
            LOG.error("plugin event=look-failed", unexpected);
        }
    }

    /** Completes when ports may open; on a thread of the gate, so what depends on it must be quick. */
    CompletionStage<Void> opened() {
        return open.minimalCompletionStage();
    }

    /** Called by Declarative Services; a gate that isn't open by now stays shut. */
    @Deactivate
    void stop() {
        clock.shutdownNow();
    }
}
