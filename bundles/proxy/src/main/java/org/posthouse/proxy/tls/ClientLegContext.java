package org.posthouse.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.posthouse.proxy.session.ClientLegTls;

/** TLS towards clients, with the certificate as its file is. Thread-safe. */
public final class ClientLegContext implements ClientLegTls, TlsContexts.Following {

    private final FollowingContext context;
    private final Duration handshake;
    private final Runnable stop;

    ClientLegContext(FollowingContext context, Duration handshake, Runnable stop) {
        this.context = context;
        this.handshake = handshake;
        this.stop = stop;
    }

    @Override
    public SslHandler handler(ByteBufAllocator alloc) {
        return TlsLibrary.bounded(context.use(c -> c.newHandler(alloc)), handshake);
    }

    @Override
    public Optional<Instant> expires() {
        return context.expires();
    }

    @Override
    public void stop() {
        stop.run();
    }
}
