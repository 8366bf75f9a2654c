package org.posthouse.proxy.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.SecureRandom;
import javax.net.ssl.SSLException;

/** The TLS implementation that serves this runtime. Thread-safe. */
public enum TlsLibrary {
    /** BoringSSL through netty-tcnative: several times cheaper, needs a native library. */
    BORINGSSL(SslProvider.OPENSSL_REFCNT),
    /** The JDK's own. */
    JDK(SslProvider.JDK);

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
