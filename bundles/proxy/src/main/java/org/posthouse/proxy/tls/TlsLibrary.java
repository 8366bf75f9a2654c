package org.posthouse.proxy.tls;

import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** The TLS implementation that serves this runtime. Thread-safe. */
public enum TlsLibrary {
    /** BoringSSL through netty-tcnative: several times cheaper, needs a native library. */
    BORINGSSL(SslProvider.OPENSSL_REFCNT),
    /** The JDK's own. */
    JDK(SslProvider.JDK);

    private static final WriteBufferWaterMark FRUGAL = new WriteBufferWaterMark(8 * 1024, 16 * 1024);

    private final SslProvider provider;

    TlsLibrary(SslProvider provider) {
        this.provider = provider;
    }

    /** BoringSSL if it loads here, else the JDK's. Loads native code at the first call: not on an event loop. */
    public static TlsLibrary choose() {
        try {
            return OpenSsl.isAvailable() ? BORINGSSL : JDK;
        } catch (LinkageError absent) {
            return JDK;
        }
    }

    /** What the start-up log says. */
    public String description() {
        return this == BORINGSSL
                ? OpenSsl.versionString()
                : "JDK " + Runtime.version().feature();
    }

    SslContext build(SslContextBuilder builder) throws SSLException {
        return builder.sslProvider(provider).protocols("TLSv1.3", "TLSv1.2").build();
    }

    /** The handler, bounded in time and in memory. */
    static SslHandler bounded(SslHandler handler, Duration handshake) {
        handler.setHandshakeTimeoutMillis(handshake.toMillis());
        if (!(handler.engine() instanceof ReferenceCountedOpenSslEngine)) {
            frugal(handler);
        }
        return handler;
    }

    /** The JDK's engine copies each record once more than BoringSSL's, so less may wait. */
    private static void frugal(SslHandler handler) {
        handler.setCumulator(new SnugCumulator());
        handler.handshakeFuture().addListener((Future<Channel> done) -> {
            if (done.isSuccess()) {
                done.getNow().config().setWriteBufferWaterMark(FRUGAL);
            }
        });
    }

    /**
     * Lets clients resume. The JDK does so by itself; Netty keeps session tickets of BoringSSL off until it is given
     * keys. They live as long as the context, that is until the certificate is renewed or the proxy restarts.
     */
    void resume(SslContext context) {
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            SecureRandom random = new SecureRandom();
            sessions.setTicketKeys(new OpenSslSessionTicketKey(
                    octets(random, OpenSslSessionTicketKey.NAME_SIZE),
                    octets(random, OpenSslSessionTicketKey.HMAC_KEY_SIZE),
                    octets(random, OpenSslSessionTicketKey.AES_KEY_SIZE)));
        }
    }

    private static byte[] octets(SecureRandom random, int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
