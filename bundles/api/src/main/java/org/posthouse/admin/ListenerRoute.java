package org.posthouse.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * How a listener's sessions go, as configured for new ones.
 *
 * @param tls of the client leg, as in the key {@code tls}
 * @param certificateExpires when the certificate that new handshakes get runs out; empty: {@code tls = off}
 * @param upstream the server, as {@code host:port}
 * @param upstreamTls of the server leg, as in the key {@code upstream.tls}
 */
public record ListenerRoute(String tls, Optional<Instant> certificateExpires, String upstream, String upstreamTls) {}
