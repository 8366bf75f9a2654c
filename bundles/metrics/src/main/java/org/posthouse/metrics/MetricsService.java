package org.posthouse.metrics;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.posthouse.admin.Administration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint as its configuration wants it; there is none without one. Health checks of others with the tag {@code live} or {@code ready}
 * are asked, too. A port that can't be opened is tried again when the file changes.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.posthouse.metrics",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EndpointSettings.class)
public final class MetricsService {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsService.class);

    private final Administration administration;
    private Optional<Endpoint> endpoint = Optional.empty();

    @Reference(target = "(hc.tags=live)", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HealthCheck> live;

    @Reference(
            target = "(hc.tags=ready)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<HealthCheck> ready;

    /** Called by Declarative Services. */
    @Activate
    public MetricsService(@Reference Administration administration, EndpointSettings settings) {
        this(administration, settings.listen(), List.of(), List.of());
    }

    MetricsService(Administration administration, String listen, List<HealthCheck> live, List<HealthCheck> ready) {
        this.administration = administration;
        this.live = live;
        this.ready = ready;
        listen(listen);
    }

    /** Called by Declarative Services when the file was edited. */
    @Modified
    void modified(EndpointSettings settings) {
        listen(settings.listen());
    }

    /** Moves there; what can't be opened leaves no port, in one line of the log. */
    synchronized void listen(String listen) {
        close();
        try {
            open(ListenAddress.parse(listen));
        } catch (IllegalArgumentException wrong) {
            LOG.error("metrics state=invalid key=listen reason=\"{}\"", wrong.getMessage());
        }
    }

    private void open(InetSocketAddress listen) {
        if (!listen.getAddress().isLoopbackAddress()) {
            LOG.warn(
                    "metrics key=listen reason=\"{} is no loopback address: anybody who reaches it may read\"", listen);
        }
        try {
            Endpoint opened = new Endpoint(
                    listen,
                    () -> Exposition.of(administration.status()),
                    () -> Health.of(live),
                    () -> Health.of(ready));
            endpoint = Optional.of(opened);
            LOG.info("metrics state=open listen={}", text(opened.address()));
        } catch (BindException taken) {
            LOG.error("metrics state=taken listen={} reason=\"{}\"", text(listen), taken.getMessage());
        } catch (IOException failed) {
            LOG.error("metrics state=failed listen={} reason=\"{}\"", text(listen), failed.getMessage());
        }
    }

    /** Where it is open; empty if it isn't. */
    synchronized Optional<InetSocketAddress> address() {
        return endpoint.map(Endpoint::address);
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Called by Declarative Services. */
    @Deactivate
    synchronized void close() {
        endpoint.ifPresent(Endpoint::close);
        endpoint = Optional.empty();
    }
}
