package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.posthouse.admin.JarStatus;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.transport.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the plugin folder, the framework property {@code posthouse.plugins}; without it there is nothing to watch. Looks
 * every 50 ms until each jar that lay there at start serves or was named, then each second, and soon after bundles, services
 * or components have changed. Thread-safe, nobody waits in it.
 */
@Component(service = PluginWatch.class, immediate = true)
public final class PluginWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);
    private static final String FOLDER = "posthouse.plugins";
    private static final long START_MILLIS = 50;
    private static final long LOOK_MILLIS = 1_000;
    private static final long CALM_MILLIS = 100;

    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("plugins"));
    private final AtomicBoolean stirred = new AtomicBoolean(true);
    private final AtomicBoolean moved = new AtomicBoolean();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Optional<PluginFolder> folder;
    private final Optional<Changes> events;
    private volatile List<JarStatus> jars = List.of();

    /** Called by Declarative Services. */
    @Activate
    public PluginWatch(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference InterceptorTracker interceptors) {
        Optional<Path> path = Optional.ofNullable(context.getProperty(FOLDER)).map(Path::of);
        this.folder = path.map(p -> new PluginFolder(
                p, new InstalledBundles(context, p, components, interceptors::follows), JarLog.in(context)));
        this.events = path.map(p -> new FrameworkEvents(context, this::stir, this::move));
        begin();
    }

    /** A watch without a framework behind it. */
    PluginWatch(Optional<PluginFolder> folder) {
        this.folder = folder;
        this.events = Optional.empty();
        begin();
    }

    /** A watch over nothing, for who has no folder. */
    public static PluginWatch none() {
        return new PluginWatch(Optional.empty());
    }

    private void begin() {
        if (folder.isPresent()) {
            events.ifPresent(Changes::listen);
            clock.schedule(this::tick, 0, TimeUnit.MILLISECONDS);
        } else {
            open.complete(null);
        }
    }

    private void tick() {
        look();
        try {
            clock.schedule(this::tick, open.isDone() ? LOOK_MILLIS : START_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("plugin event=watch-ended");
        }
    }

    private void look() {
        try {
            due.set(false);
            PluginFolder watched = folder.orElseThrow();
            if (moved.getAndSet(false)) {
                watched.retry();
            }
            watched.look(System.nanoTime(), stirred.getAndSet(false));
            jars = watched.statuses();
            if (watched.settled()) {
                open.complete(null);
            }
        } catch (RuntimeException unexpected) {
            // Looked at again: a task that throws would never be scheduled any more, and no port would open.
            LOG.error("plugin event=look-failed", unexpected);
        }
    }

    /** Something may have changed; comes from whatever thread changed it, in bursts. */
    private void stir() {
        stirred.set(true);
        if (due.compareAndSet(false, true)) {
            try {
                clock.schedule(this::look, CALM_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("plugin event=watch-ended");
            }
        }
    }

    private void move() {
        moved.set(true);
        stir();
    }

    /** Completes when ports may open; on a thread of the watch, so what depends on it must be quick. */
    public CompletionStage<Void> opened() {
        return open.minimalCompletionStage();
    }

    /** Whether each jar that lay there at start has served or was named. */
    public boolean settled() {
        return open.isDone();
    }

    /** What lies in the folder, as of the last look. */
    public List<JarStatus> jars() {
        return jars;
    }

    /** Called by Declarative Services; what isn't settled by now stays so. */
    @Deactivate
    public void stop() {
        events.ifPresent(Changes::close);
        clock.shutdownNow();
    }
}
