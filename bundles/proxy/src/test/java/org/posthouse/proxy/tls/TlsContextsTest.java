package org.posthouse.proxy.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.pem.Pki;
import org.slf4j.LoggerFactory;

@Tag("unit")
class TlsContextsTest {

    @TempDir
    static Path conf;

    private static Pki pki;

    private final List<TlsContexts> made = new ArrayList<>();

    @BeforeAll
    static void makeCertificates() throws Exception {
        pki = Pki.in(Files.createDirectory(conf.resolve("tls")));
        pki.server("server", "DNS:localhost,IP:127.0.0.1").server("renewed", "DNS:localhost,IP:127.0.0.1");
        Pki.in(Files.createDirectory(conf.resolve("strangers")));
    }

    @AfterEach
    void release() {
        made.forEach(TlsContexts::close);
    }

    @Test
    void shouldChooseBoringSslWhenItsLibraryLoads() {
        assertEquals(TlsLibrary.BORINGSSL, TlsLibrary.choose());
        assertTrue(TlsLibrary.choose().description().contains("BoringSSL"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldShakeHandsWhenNameAndAuthorityFit(TlsLibrary library) throws Exception {
        Handshake handshake = shake(library, "localhost:993", "conf/tls/ca.pem");

        assertTrue(handshake.succeeded(), () -> String.valueOf(handshake.failure()));
        assertEquals("TLSv1.3", handshake.protocol());
        assertEquals("CN=server", handshake.shown());
    }

    @ParameterizedTest
    @EnumSource
    void shouldShakeHandsWhenAddressStandsInCertificate(TlsLibrary library) throws Exception {
        assertTrue(shake(library, "127.0.0.1:993", "conf/tls/ca.pem").succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseServerWhenItsCertificateIsForAnotherName(TlsLibrary library) throws Exception {
        Handshake handshake = shake(library, "imap.example.org:993", "conf/tls/ca.pem");

        assertFalse(handshake.succeeded());
        assertNotNull(handshake.failure());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseServerWhenItsAuthorityIsUnknown(TlsLibrary library) throws Exception {
        assertFalse(shake(library, "localhost:993", "conf/strangers/ca.pem").succeeded());
        assertFalse(shake(library, "localhost:993", "system").succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void shouldAcceptAnybodyWhenTrustIsNone(TlsLibrary library) throws Exception {
        assertTrue(shake(library, "imap.example.org:993", "none").succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWhenTheOnlyCommonVersionIsOld(TlsLibrary library) throws Exception {
        SslContext old = SslContextBuilder.forClient()
                .protocols("TLSv1.1")
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm("")
                .build();

        assertFalse(Handshake.between(server(contexts(library)), client(old)).succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void shouldSelectImapWhenClientOffersItAndGoOnWhenItOffersOthers(TlsLibrary library) throws Exception {
        TlsContexts contexts = contexts(library);

        assertEquals(
                "imap",
                Handshake.between(server(contexts), client(offering("pop3", "imap")))
                        .application());
        assertTrue(Handshake.between(server(contexts), client(offering("http/1.1")))
                .succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowRenewedCertificateWhenFilesHaveChanged(TlsLibrary library) throws Exception {
        TlsContexts contexts = contexts(library);
        pki.copy("server.pem", "live.pem");
        pki.copy("server-key.pem", "live-key.pem");
        ClientLegContext leg = contexts.clientLeg(settings("live"));
        assertEquals("CN=server", shown(leg));

        pki.copy("renewed.pem", "live.pem");
        contexts.poll();
        contexts.poll();
        assertEquals("CN=server", shown(leg), "a certificate without its key is no renewal");

        pki.copy("renewed-key.pem", "live-key.pem");
        contexts.poll();
        assertEquals("CN=renewed", shown(leg));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepServingWhenFilesVanish(TlsLibrary library) throws Exception {
        TlsContexts contexts = contexts(library);
        pki.copy("server.pem", "gone.pem");
        pki.copy("server-key.pem", "gone-key.pem");
        ClientLegContext leg = contexts.clientLeg(settings("gone"));

        Files.delete(pki.file("gone.pem"));
        contexts.poll();
        contexts.poll();

        assertEquals("CN=server", shown(leg));
    }

    @Test
    void shouldNameTheTrustFileWhenItIsNoLongerUsable() throws Exception {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(FollowingContext.class);
        log.setLevel(Level.WARN);
        log.setAdditive(false);
        log.addAppender(told);
        try {
            TlsContexts contexts = contexts(TlsLibrary.JDK);
            pki.copy("ca.pem", "trusted.pem");
            contexts.upstreamLeg(
                    Configured.settings(conf, "upstream.tls", "implicit", "upstream.trust", "conf/tls/trusted.pem"));
            Files.writeString(pki.file("trusted.pem"), "no certificate");
            contexts.poll();
            contexts.poll();
            contexts.poll();
        } finally {
            log.detachAppender(told);
            log.setLevel(null);
            log.setAdditive(true);
        }
        assertEquals(1, told.list.size());
        String line = told.list.get(0).getFormattedMessage();
        assertTrue(line.startsWith("listener=test tls=kept files=["), line);
        assertTrue(line.contains("trusted.pem]"), line);
    }

    private TlsContexts contexts(TlsLibrary library) {
        TlsContexts contexts = new TlsContexts(library);
        made.add(contexts);
        return contexts;
    }

    private Handshake shake(TlsLibrary library, String upstream, String trust) throws Exception {
        TlsContexts contexts = contexts(library);
        UpstreamContext client = contexts.upstreamLeg(
                Configured.settings(conf, "upstream", upstream, "upstream.tls", "implicit", "upstream.trust", trust));
        return Handshake.between(server(contexts), client.handler(UnpooledByteBufAllocator.DEFAULT));
    }

    private static SslHandler server(TlsContexts contexts) throws Exception {
        return contexts.clientLeg(settings("server")).handler(UnpooledByteBufAllocator.DEFAULT);
    }

    private static ListenerSettings settings(String name) {
        return Configured.settings(
                conf, "tls", "implicit", "certificate", "tls/" + name + ".pem", "key", "tls/" + name + "-key.pem");
    }

    private static SslHandler client(SslContext context) {
        return context.newHandler(UnpooledByteBufAllocator.DEFAULT);
    }

    private static SslContext offering(String... protocols) throws Exception {
        return SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm("")
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocols))
                .build();
    }

    private static String shown(ClientLegContext leg) throws Exception {
        return Handshake.between(leg.handler(UnpooledByteBufAllocator.DEFAULT), client(offering("imap")))
                .shown();
    }
}
