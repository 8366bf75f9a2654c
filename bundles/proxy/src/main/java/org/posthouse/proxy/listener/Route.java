package org.posthouse.proxy.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ServerTls;
import org.posthouse.proxy.session.ClientLegTls;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.tls.ClientLegContext;
import org.posthouse.proxy.tls.TlsContexts.Following;
import org.posthouse.proxy.tls.TlsFault;
import org.posthouse.proxy.tls.UpstreamContext;
import org.posthouse.proxy.transport.UpstreamConnector;

/**
 * A gateway for new sessions together with what follows files on its behalf.
 *
 * @param gateway what sessions get
 * @param following stopped when no new session gets this gateway any more; sessions that have it keep it
 */
record Route(Gateway gateway, List<Following> following) {

    /**
     * Makes a route. Reads certificate files, so it blocks.
     *
     * @throws TlsFault if one of them can't be used
     */
    static Route to(ListenerSettings settings, ProxyRuntime runtime) throws TlsFault {
        List<Following> following = new ArrayList<>();
        Optional<ClientLegTls> clientTls = Optional.empty();
        if (settings.tls() != ClientTls.OFF) {
            ClientLegContext context = runtime.tls().clientLeg(settings);
            following.add(context);
            clientTls = Optional.of(context);
        }
        Optional<UpstreamContext> upstreamTls = Optional.empty();
        try {
            if (settings.upstreamTls() != ServerTls.OFF) {
                UpstreamContext context = runtime.tls().upstreamLeg(settings);
                following.add(context);
                upstreamTls = Optional.of(context);
            }
        } catch (TlsFault fault) {
            following.forEach(Following::stop);
            throw fault;
        }
        UpstreamConnector upstream = new UpstreamConnector(
                runtime.transport(),
                runtime.resolver(),
                settings.upstream(),
                settings.timeouts().connect(),
                upstreamTls);
        return new Route(new Gateway(settings, clientTls, upstream), List.copyOf(following));
    }

    /** As others see it. */
    ListenerRoute status() {
        return new ListenerRoute(
                settings().tls().word(),
                gateway.clientTls().flatMap(ClientLegTls::expires),
                settings().upstream().toString(),
                settings().upstreamTls().word());
    }

    ListenerSettings settings() {
        return gateway.settings();
    }

    void stop() {
        following.forEach(Following::stop);
    }
}
