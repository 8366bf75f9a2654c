package org.posthouse.proxy.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One listener, as its file says, complete with defaults. Immutable.
 *
 * @param name the NAME of {@code org.posthouse.listener-NAME.cfg}
 * @param source the file, for messages
 * @param listen where clients connect
 * @param tls TLS on the client's leg
 * @param certificate PEM chain, absolute; present unless {@code tls} is OFF
 * @param key PEM key, absolute; present unless {@code tls} is OFF
 * @param upstream the server; never a wildcard
 * @param upstreamTls TLS on the server's leg
 * @param trust how the server's certificate is verified
 * @param interceptors slots in order, {@code *} once at most and last
 * @param failure overrides per slot, keyed by {@link InterceptorRef.Named#slot()} or plain id
 * @param custody what interceptors may take, and what is kept for them
 * @param timeouts time-outs
 * @param limits limits
 * @param quirks loosened rules
 */
public record ListenerSettings(
        String name,
        String source,
        Endpoint listen,
        ClientTls tls,
        Optional<Path> certificate,
        Optional<Path> key,
        Endpoint upstream,
        ServerTls upstreamTls,
        Trust trust,
        List<InterceptorRef> interceptors,
        Map<String, FailureMode> failure,
        Custody custody,
        Timeouts timeouts,
        Limits limits,
        Quirks quirks) {

    public ListenerSettings {
        interceptors = List.copyOf(interceptors);
        failure = Map.copyOf(failure);
    }
}
