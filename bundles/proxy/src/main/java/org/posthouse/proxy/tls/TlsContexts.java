package org.posthouse.proxy.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.Trust;
import org.posthouse.proxy.config.pem.Certificates;
import org.posthouse.proxy.config.pem.KeyMaterial;
import org.posthouse.proxy.config.pem.PemFault;

/**
 * Makes the TLS contexts of all listeners and keeps them up with their files. One per runtime, which calls
 * {@link #poll()} about once a second from a thread that may block. Thread-safe.
 */
public final class TlsContexts implements AutoCloseable {

    /** Where a context stops following its files; handlers can be taken from it all the same. */
    public interface Following {
        /** Stops following. */
        void stop();
    }

    // Selected for clients that offer it, no condition for those that don't (RFC 7301, "imap" by RFC 8314's registry).
    // To servers nothing is offered: one that speaks ALPN for another protocol only would end the handshake.
    private static final ApplicationProtocolConfig ALPN = new ApplicationProtocolConfig(
            Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "imap");
    private static final long CACHED_SESSIONS = 2048;

    private final TlsLibrary library;
    private final Releases releases = new Releases();
    private final Set<FollowingContext> followed = ConcurrentHashMap.newKeySet();

    public TlsContexts(TlsLibrary library) {
        this.library = library;
    }

    /** Which implementation serves. */
    public TlsLibrary library() {
        return library;
    }

    /**
     * The client leg of a listener whose {@code tls} is not off. Blocks.
     *
     * @throws TlsFault if certificate and key can't be used
     */
    public ClientLegContext clientLeg(ListenerSettings settings) throws TlsFault {
        Path certificate = settings.certificate().orElseThrow();
        Path key = settings.key().orElseThrow();
        FollowingContext context = follow(
                "certificate", settings, List.of(certificate, key), () -> server(KeyMaterial.read(certificate, key)));
        return new ClientLegContext(context, settings.timeouts().handshake(), () -> followed.remove(context));
    }

    /**
     * The server leg of a listener whose {@code upstream.tls} is not off. Blocks.
     *
     * @throws TlsFault if the trust file can't be used
     */
    public UpstreamContext upstreamLeg(ListenerSettings settings) throws TlsFault {
        List<Path> files = settings.trust().match(List::of, List::of, List::of);
        FollowingContext context = follow("upstream.trust", settings, files, () -> client(settings.trust()));
        return new UpstreamContext(
                context, settings.upstream(), settings.timeouts().handshake(), () -> followed.remove(context));
    }

    /** Takes up what has changed in any file. Blocks; one caller at a time. */
    public void poll() {
        followed.forEach(FollowingContext::poll);
        releases.poll();
    }

    /** Releases the native memory of all contexts; no handler may be taken from any of them after this. */
    @Override
    public void close() {
        releases.close();
    }

    private FollowingContext follow(
            String key, ListenerSettings settings, List<Path> files, FollowingContext.Maker maker) throws TlsFault {
        try {
            FollowingContext context = new FollowingContext(settings.name(), files, maker, releases);
            if (!files.isEmpty()) {
                followed.add(context);
            }
            return context;
        } catch (PemFault | SSLException broken) {
            throw new TlsFault(settings.source(), key, broken);
        }
    }

    private Generation.Made server(KeyMaterial material) throws SSLException {
        SslContext context = library.build(SslContextBuilder.forServer(material.key(), material.chain())
                .applicationProtocolConfig(ALPN)
                .sessionCacheSize(CACHED_SESSIONS));
        library.resume(context);
        Instant expires = material.chain().get(0).getNotAfter().toInstant();
        return new Generation.Made(context, Optional.of(expires));
    }

    private Generation.Made client(Trust trust) throws PemFault, SSLException {
        SslContextBuilder builder = SslContextBuilder.forClient();
        Path none = Path.of("");
        Path file = trust.match(() -> none, pem -> pem, () -> none);
        if (!file.equals(none)) {
            builder.trustManager(Certificates.read(file).toArray(X509Certificate[]::new));
        }
        boolean verified = trust.match(() -> true, pem -> true, () -> false);
        if (!verified) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        }
        // Netty sends the host name as SNI by itself; the name in the certificate is checked by this algorithm.
        SslContext context = library.build(builder.endpointIdentificationAlgorithm(verified ? "HTTPS" : ""));
        return new Generation.Made(context, Optional.empty());
    }
}
