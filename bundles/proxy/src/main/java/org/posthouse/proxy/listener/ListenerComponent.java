package org.posthouse.proxy.listener;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ListenerSettingsReader;
import org.posthouse.proxy.session.ListenerSessions;

/**
 * One listener per factory configuration {@code org.posthouse.listener}. A changed configuration reaches
 * {@link #modified}, never a new instance, so no session ends for it; a deleted one closes the port at once and lets
 * the sessions drain behind it. All methods return quickly.
 */
@Component(
        configurationPid = "org.posthouse.listener",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {})
public final class ListenerComponent {

    private static final String CONF = "posthouse.conf";

    private final ProxyRuntime runtime;
    private final Identity identity;
    private final Path base;
    private final Listener listener;

    /** Called by Declarative Services with the configuration as it is now. */
    @Activate
    public ListenerComponent(
            BundleContext context,
            @Reference ProxyRuntime runtime,
            @Reference PluginGate gate,
            @Reference InterceptorTracker interceptors,
            Map<String, Object> raw) {
        this(
                runtime,
                gate,
                Sessions.of(new ListenerSessions(Identity.of(raw).name(), interceptors)),
                new Announcement(context, Identity.of(raw).name()),
                Optional.ofNullable(context.getProperty(CONF)),
                raw);
    }

    ListenerComponent(
            ProxyRuntime runtime,
            PluginGate gate,
            Sessions sessions,
            StateSink state,
            Optional<String> conf,
            Map<String, Object> raw) {
        this.runtime = runtime;
        this.identity = Identity.of(raw);
        this.base = conf.map(Path::of).orElseGet(this::folder);
        this.listener = new Listener(identity.name(), runtime, sessions, state, gate.opened());
        modified(raw);
    }

    private Path folder() {
        Optional<Path> parent = Optional.ofNullable(Path.of(identity.source()).getParent());
        return parent.orElseGet(() -> Path.of("conf"));
    }

    /** Called by Declarative Services when the file was edited or emptied. */
    @Modified
    void modified(Map<String, Object> raw) {
        Map<String, Object> copy = new HashMap<>(raw);
        listener.configure(() -> new ListenerSettingsReader().read(identity.name(), identity.source(), copy, base));
    }

    /** Called by Declarative Services when the file was deleted or the bundle stops. */
    @Deactivate
    void deactivate() {
        runtime.track(listener.close(), listener.drainBound());
    }
}
