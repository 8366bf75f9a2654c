package org.posthouse.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import org.posthouse.proxy.config.Endpoint;

/**
 * TLS towards the server: the name as written in the configuration is sent as SNI and must stand in the certificate
 * (an address must stand there as an address). Thread-safe.
 */
public final class UpstreamContext implements TlsContexts.Following {

    private final FollowingContext context;
    private final Endpoint upstream;
    private final Duration handshake;
    private final Runnable stop;

    UpstreamContext(FollowingContext context, Endpoint upstream, Duration handshake, Runnable stop) {
        this.context = context;
        this.upstream = upstream;
        this.handshake = handshake;
        this.stop = stop;
    }

    /** A handler for one connection; its handshake starts when it stands in a pipeline that is active. */
    public SslHandler handler(ByteBufAllocator alloc) {
        return TlsLibrary.bounded(context.use(c -> c.newHandler(alloc, upstream.host(), upstream.port())), handshake);
    }

    @Override
    public void stop() {
        stop.run();
    }
}
