package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.proxy.tls.TlsLibrary;

/** Who says close_notify is gone, also if its connection stays open until we have said it, too. */
@Tag("dialogue")
class CloseNotifyTest {

    @ParameterizedTest
    @EnumSource(TlsLibrary.class)
    void shouldCloseTheClientsConnectionWhenTheServerSaidCloseNotify(TlsLibrary library) throws IOException {
        try (Loopback loopback = Loopback.secured(library, library);
                Socket client = secured(loopback.connect());
                Socket server = loopback.accept()) {
            server.getOutputStream().write("* OK hi\r\n* BYE away\r\n".getBytes(US_ASCII));
            server.getOutputStream().flush();
            server.shutdownOutput();

            BufferedReader seen = lines(client);
            assertEquals("* OK hi", seen.readLine());
            assertEquals("* BYE away", seen.readLine());
            assertEquals(-1, seen.read());
        }
    }

    @ParameterizedTest
    @EnumSource(TlsLibrary.class)
    void shouldCloseTheServersConnectionWhenTheClientSaidCloseNotify(TlsLibrary library) throws IOException {
        try (Loopback loopback = Loopback.secured(library, library);
                Socket client = secured(loopback.connect());
                Socket server = loopback.accept()) {
            server.getOutputStream().write("* OK hi\r\n".getBytes(US_ASCII));
            server.getOutputStream().flush();
            assertEquals("* OK hi", lines(client).readLine());
            client.getOutputStream().write("a1 NOOP\r\n".getBytes(US_ASCII));
            client.shutdownOutput();

            BufferedReader seen = lines(server);
            assertEquals("a1 NOOP", seen.readLine());
            assertEquals(-1, seen.read());
        }
    }

    /** The server is dialled when the client's handshake is done. */
    private static Socket secured(Socket client) throws IOException {
        ((SSLSocket) client).startHandshake();
        return client;
    }

    private static BufferedReader lines(Socket peer) throws IOException {
        peer.setSoTimeout(8_000);
        return new BufferedReader(new InputStreamReader(peer.getInputStream(), US_ASCII));
    }
}
