package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.time.Instant;
import java.util.Optional;

/** TLS towards clients. Thread-safe. */
public interface ClientLegTls {

    /** A handler for one connection, with the certificate as it is now and its handshake time-out set. */
    SslHandler handler(ByteBufAllocator alloc);

    /** When the certificate that it would present now runs out; empty if nobody knows. */
    default Optional<Instant> expires() {
        return Optional.empty();
    }
}
