package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.proxy.tls.TlsLibrary;

/** What a client hears that speaks TLS from the first octet on, and whom nobody lets in. */
@Tag("dialogue")
class ImplicitTlsTest {

    @Test
    void shouldSayByeBehindTheHandshakeWhenARequiredInterceptorIsMissing() throws IOException {
        try (Loopback loopback = Loopback.secured(TlsLibrary.choose(), TlsLibrary.choose(), "interceptors", "guard");
                Socket client = loopback.connect()) {
            client.setSoTimeout(8_000);
            BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            assertEquals("* BYE [UNAVAILABLE] posthouse: a required interceptor is missing", lines.readLine());
            assertEquals(-1, lines.read());
        }
    }
}
