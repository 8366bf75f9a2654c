package org.posthouse.console.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of each change of a configuration, on the thread that makes it, which tells who it is: FileInstall changes things on
 * threads of a class of its own. Everything else happens on one thread of ours, in order.
 */
@Component(immediate = true, service = SynchronousConfigurationListener.class)
public final class WriteBack implements SynchronousConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final String OURS = "org.posthouse.";
    private static final String FILE_INSTALL = "org.apache.felix.fileinstall.";

    private final ConfigurationAdmin admin;
    private final Optional<ConfigurationFiles> files;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "posthouse-console-files");
        made.setDaemon(true);
        return made;
    });

    /** Called by Declarative Services. */
    @Activate
    public WriteBack(BundleContext context, @Reference ConfigurationAdmin admin) {
        this.admin = admin;
        boolean wanted = "false".equals(context.getProperty("felix.fileinstall.enableConfigSave"));
        this.files = Optional.ofNullable(context.getProperty("posthouse.conf"))
                .filter(folder -> wanted)
                .map(folder -> new ConfigurationFiles(Path.of(folder), container()));
        files.ifPresent(all -> thread.execute(() -> begin(all)));
    }

    private void begin(ConfigurationFiles all) {
        for (Configuration configuration : listed("(service.pid=" + OURS + "*)")) {
            settings(configuration).ifPresent(settings -> all.read(configuration.getPid(), settings));
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String pid = event.getPid();
        if (files.isEmpty() || !pid.startsWith(OURS) || event.getType() == ConfigurationEvent.CM_LOCATION_CHANGED) {
            return;
        }
        boolean fromFile = Thread.currentThread().getClass().getName().startsWith(FILE_INSTALL);
        boolean deleted = event.getType() == ConfigurationEvent.CM_DELETED;
        Optional<String> factory = Optional.ofNullable(event.getFactoryPid());
        // What it holds is looked up now: a moment later it may hold something else.
        Optional<Settings> now = deleted
                ? Optional.empty()
                : listed("(service.pid=" + pid + ")").stream().findFirst().flatMap(WriteBack::settings);
        try {
            thread.execute(() -> settle(files.get(), pid, factory, now, fromFile));
        } catch (RejectedExecutionException leaving) {
            LOG.debug("event=left pid={}", pid);
        }
    }

    private static void settle(
            ConfigurationFiles all, String pid, Optional<String> factory, Optional<Settings> now, boolean fromFile) {
        try {
            if (fromFile) {
                now.ifPresentOrElse(settings -> all.read(pid, settings), () -> all.gone(pid));
            } else {
                now.ifPresentOrElse(settings -> all.changed(pid, factory, settings), () -> all.deleted(pid));
            }
        } catch (RuntimeException failure) {
            LOG.error("event=not-written pid={}", pid, failure);
        }
    }

    private ConfigurationFiles.Container container() {
        return new ConfigurationFiles.Container() {
            @Override
            public void link(String pid, Path file) throws IOException {
                for (Configuration configuration : listed("(service.pid=" + pid + ")")) {
                    Map<String, Object> linked = new HashMap<>();
                    Dictionary<String, Object> held = configuration.getProperties();
                    Collections.list(held.keys()).forEach(key -> linked.put(key, held.get(key)));
                    linked.put(Settings.FILE, file.toUri().toString());
                    configuration.update(FrameworkUtil.asDictionary(linked));
                }
            }

            @Override
            public void forget(String pid) throws IOException {
                for (Configuration configuration : listed("(service.pid=" + pid + ")")) {
                    configuration.delete();
                }
            }
        };
    }

    private static Optional<Settings> settings(Configuration configuration) {
        return Optional.ofNullable(configuration.getProperties()).map(Settings::of);
    }

    private List<Configuration> listed(String filter) {
        try {
            return Optional.ofNullable(admin.listConfigurations(filter))
                    .map(Arrays::asList)
                    .orElseGet(List::of);
        } catch (IOException | InvalidSyntaxException | IllegalStateException failure) {
            LOG.warn("event=not-listed filter={} reason=\"{}\"", filter, failure.toString());
            return List.of();
        }
    }

    /** Called by Declarative Services; what is being written is finished. */
    @Deactivate
    void deactivate() {
        thread.shutdown();
    }
}
