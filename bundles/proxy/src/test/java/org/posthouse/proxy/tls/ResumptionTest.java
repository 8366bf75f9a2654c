package org.posthouse.proxy.tls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posthouse.proxy.config.pem.Pki;
import org.posthouse.proxy.transport.Sockets;
import org.posthouse.proxy.transport.Transport;

/** openssl as client against our client leg, twice: the second connection resumes the first one's session. */
@Tag("dialogue")
class ResumptionTest {

    @TempDir
    Path conf;

    @ParameterizedTest
    @CsvSource({"BORINGSSL, -tls1_3", "BORINGSSL, -tls1_2", "JDK, -tls1_3", "JDK, -tls1_2"})
    void shouldResumeWhenClientComesAgain(TlsLibrary library, String version) throws Exception {
        Pki pki = Pki.in(Files.createDirectory(conf.resolve("tls"))).server("server", "DNS:localhost");
        try (TlsContexts contexts = new TlsContexts(library);
                Transport transport = new Transport(Sockets.choose())) {
            ClientLegContext leg = contexts.clientLeg(Configured.settings(
                    conf, "tls", "implicit", "certificate", "tls/server.pem", "key", "tls/server-key.pem"));
            int port = serve(transport, leg);
            String connect = "s_client -connect 127.0.0.1:" + port + " -servername localhost -CAfile ca.pem "
                    + "-verify_return_error -alpn imap " + version;

            String first = pki.openssl(connect + " -ign_eof -sess_out session.pem");
            String second = pki.openssl(connect + " -ign_eof -sess_in session.pem");

            assertTrue(first.contains("Verify return code: 0 (ok)"), first);
            assertTrue(first.contains("ALPN protocol: imap"), first);
            assertTrue(first.contains("New, TLSv1"), first);
            assertTrue(second.contains("Reused, TLSv1"), second);
        }
    }

    /** Greets so that a client has something to read (tickets of TLS 1.3 come with it), and hangs up. */
    private static int serve(Transport transport, ClientLegContext leg) throws InterruptedException {
        Channel server = transport
                .server(new InetSocketAddress("127.0.0.1", 0), new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel child) {
                        child.pipeline().addLast(leg.handler(child.alloc())).addLast(new GreetAndHangUp());
                        child.config().setOption(ChannelOption.AUTO_READ, true);
                    }
                })
                .bind()
                .sync()
                .channel();
        return ((InetSocketAddress) server.localAddress()).getPort();
    }
}
