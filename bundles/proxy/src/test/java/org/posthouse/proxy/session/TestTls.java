package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.posthouse.proxy.config.pem.Pki;

/** One certificate for {@code localhost}, made once, and TLS handlers on both ends that accept it. */
public final class TestTls {

    private static final class Once {
        private static final TestTls TLS = make(SslProvider.JDK);

        private Once() {}
    }

    private final Pki pki;
    private final SslContext server;
    private final SslContext client;

    private TestTls(Pki pki, SslContext server, SslContext client) {
        this.pki = pki;
        this.server = server;
        this.client = client;
    }

    /** The JDK's TLS, which is the same everywhere. */
    public static TestTls instance() {
        return Once.TLS;
    }

    /** A pair of contexts of their own. */
    public static TestTls make(SslProvider provider) {
        try {
            Path folder = Files.createTempDirectory("posthouse-tls");
            Pki pki = Pki.in(folder).server("server", "DNS:localhost,IP:127.0.0.1");
            SslContext server = SslContextBuilder.forServer(
                            pki.file("server.pem").toFile(),
                            pki.file("server-key.pem").toFile())
                    .sslProvider(provider)
                    .build();
            SslContext client = SslContextBuilder.forClient()
                    .trustManager(pki.file("ca.pem").toFile())
                    .endpointIdentificationAlgorithm("")
                    .sslProvider(provider)
                    .build();
            return new TestTls(pki, server, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code server.pem}, {@code server-key.pem} and {@code ca.pem}, for settings. */
    public String file(String name) {
        return pki.file(name).toString();
    }

    /** A blocking server with this certificate. */
    public SSLContext jdkServer() {
        try {
            SslContext jdk = SslContextBuilder.forServer(
                            pki.file("server.pem").toFile(),
                            pki.file("server-key.pem").toFile())
                    .sslProvider(SslProvider.JDK)
                    .build();
            return ((JdkSslContext) jdk).context();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A blocking client that trusts this certificate's authority. */
    public SSLContext jdkTrusting() {
        try {
            SslContext jdk = SslContextBuilder.forClient()
                    .trustManager(pki.file("ca.pem").toFile())
                    .sslProvider(SslProvider.JDK)
                    .build();
            return ((JdkSslContext) jdk).context();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The side with the certificate. */
    public SslHandler certified(ByteBufAllocator alloc) {
        return server.newHandler(alloc);
    }

    /** The side that verifies it. */
    public SslHandler trusting(ByteBufAllocator alloc) {
        return client.newHandler(alloc);
    }
}
