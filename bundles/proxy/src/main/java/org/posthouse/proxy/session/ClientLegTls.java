package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;

/** TLS towards clients. Thread-safe. */
public interface ClientLegTls {

    /** A handler for one connection, with the certificate as it is now and its handshake time-out set. */
    SslHandler handler(ByteBufAllocator alloc);
}
