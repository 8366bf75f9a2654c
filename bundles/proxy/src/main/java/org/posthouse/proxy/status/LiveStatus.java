package org.posthouse.proxy.status;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.admin.Administration;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.Status;
import org.posthouse.proxy.listener.ListenerRegister;
import org.posthouse.proxy.plugin.PluginWatch;
import org.posthouse.proxy.transport.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The status as it is when asked. Looks each second whether readiness has changed, and says so. */
@Component(service = Administration.class, immediate = true)
public final class LiveStatus implements Administration {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStatus.class);

    private final ListenerRegister listeners;
    private final UnreadFiles files;
    private final PluginWatch plugins;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("status"));
    private String seen = "";
    private String told = "";

    /** Called by Declarative Services. */
    @Activate
    public LiveStatus(
            @Reference ListenerRegister listeners, @Reference UnreadFiles files, @Reference PluginWatch plugins) {
        this.listeners = listeners;
        this.files = files;
        this.plugins = plugins;
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public Status status() {
        List<ListenerStatus> now = listeners.status();
        List<JarStatus> jars = plugins.jars();
        return new Status(Reasons.of(plugins.settled(), files.unread(), listeners.kept(), now, jars), now, jars);
    }

    @Override
    public List<SessionStatus> sessions() {
        return listeners.sessions();
    }

    @Override
    public int kick(SessionFilter which, String reason) {
        int told = listeners.kick(which, LineText.of(reason));
        if (told > 0) {
            LOG.warn("proxy event=kicked sessions={} by=operator", told);
        }
        return told;
    }

    @Override
    public boolean drain(String listener) {
        return listeners.drain(listener);
    }

    @Override
    public boolean undrain(String listener) {
        return listeners.undrain(listener);
    }

    @Override
    public boolean switchOff(String listener, String slot) {
        return listeners.switched(listener, slot, false);
    }

    @Override
    public boolean switchOn(String listener, String slot) {
        return listeners.switched(listener, slot, true);
    }

    @Override
    public boolean readmit(String listener, String slot) {
        return listeners.readmit(listener, slot);
    }

    private void look() {
        try {
            Readiness now = readiness();
            String line = ReadinessLine.of(now);
            // What lasts no second, a port that is just being opened or an update, is no news.
            boolean lasts = line.equals(seen);
            seen = line;
            if (lasts && !line.equals(told)) {
                told = line;
                if (now.ready()) {
                    LOG.info("{}", line);
                } else {
                    LOG.warn("{}", line);
                }
            }
        } catch (RuntimeException unexpected) {
            LOG.error("proxy event=status-failed", unexpected);
        }
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void stop() {
        clock.shutdownNow();
    }
}
