package org.posthouse.bench.load;

import io.netty.handler.ssl.SslContext;
import java.util.Optional;

/** Where the load goes: a port on loopback, with TLS from the first octet or without. */
public record Target(int port, Optional<SslContext> tls) {}
