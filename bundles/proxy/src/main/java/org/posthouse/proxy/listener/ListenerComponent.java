package org.posthouse.proxy.listener;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ListenerSettingsReader;
import org.posthouse.proxy.plugin.PluginWatch;
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
@Designate(ocd = ListenerForm.class, factory = true)
public final class ListenerComponent {

    private static final String CONF = "posthouse.conf";

    private final ProxyRuntime runtime;
    private final Identity identity;
    private final Path base;
    private final Listener listener;
    private final Runnable registration;

    /** Called by Declarative Services with the configuration as it is now. */
    @Activate
    public ListenerComponent(
            BundleContext context,
            @Reference ProxyRuntime runtime,
            @Reference PluginWatch plugins,
            @Reference ListenerRegister register,
            @Reference InterceptorTracker interceptors,
            Map<String, Object> raw) {
        this(
                runtime,
                register,
                plugins.opened(),
                Sessions.of(new ListenerSessions(
                        Identity.of(raw).name(),
                        interceptors,
                        runtime.numbers(Identity.of(raw).name()))),
                new Announcement(context, Identity.of(raw).name()),
                Optional.ofNullable(context.getProperty(CONF)),
                raw);
    }

    ListenerComponent(
            ProxyRuntime runtime,
            ListenerRegister register,
            CompletionStage<Void> plugins,
            Sessions sessions,
            StateSink state,
            Optional<String> conf,
            Map<String, Object> raw) {
        this.runtime = runtime;
        this.identity = Identity.of(raw);
        this.base = conf.map(Path::of).orElseGet(this::folder);
        Standing standing = new Standing(identity.name(), sessions, state);
        this.listener = new Listener(identity.name(), runtime, sessions, standing, plugins);
        this.registration = register.add(new ListenerRegister.Entry(identity.name(), listener, standing, sessions));
        modified(raw);
    }

    private Path folder() {
        Optional<Path> parent = Optional.ofNullable(Path.of(identity.source()).getParent());
        // Configured by a program, not by a file: as everywhere in it, where it was started.
        return parent.orElseGet(() -> Path.of(""));
    }

    /** Called by Declarative Services when the file was edited or emptied. */
    @Modified
    void modified(Map<String, Object> raw) {
        configure(raw);
    }

    /** The same; the future completes when it is dealt with. */
    CompletableFuture<Void> configure(Map<String, ?> raw) {
        Map<String, Object> copy = new HashMap<>(raw);
        return listener.configure(
                () -> new ListenerSettingsReader().read(identity.name(), identity.source(), copy, base));
    }

    /** Called by Declarative Services when the file was deleted or the bundle stops. */
    @Deactivate
    void deactivate() {
        registration.run();
        runtime.track(listener.close(), listener.drainBound());
    }
}
