package org.posthouse.proxy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.1.2.3, true",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "::ffff:127.0.0.1, true",
        "localhost, true",
        "LOCALHOST, true",
        "localhost.example.org, false",
        "127.example.org, false",
        "10.0.0.1, false",
        "*, false",
        "0.0.0.0, false",
        "fe80::1, false"
    })
    void shouldTellLoopbackFromTheTextAloneWhenAsked(String host, boolean loopback) {
        assertEquals(loopback, new Endpoint(host, 143).loopback());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "256.1.1.1, false",
        "01.2.3.4, false",
        "127.0.0.1., false",
        "::1, true",
        "::g, false",
        "1:2, false",
        "imap.example.org, false",
        "2130706433, false"
    })
    void shouldTellAddressesFromNamesWhenAsked(String host, boolean literal) {
        assertEquals(literal, new Endpoint(host, 143).literal());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 1143, 127.0.0.1, 1143, true",
        "*, 1143, 127.0.0.1, 1143, true",
        "127.0.0.1, 1143, ::1, 1143, false",
        "127.0.0.1, 1143, 127.0.0.1, 1144, false",
        "127.0.0.1, 0, 127.0.0.1, 0, false"
    })
    void shouldTellWhenTwoSocketsCannotBothListen(
            String host, int port, String other, int otherPort, boolean overlaps) {
        assertEquals(overlaps, new Endpoint(host, port).overlaps(new Endpoint(other, otherPort)));
    }
}
