package org.posthouse.imap.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class DigitsTest {

    /** A number may have zeros in front, however many (RFC 9051 §9). */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "42, 42",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, -1",
        "9999999999999999999, -1",
        "18446744073709551617, -1",
        "000000000000000000000000000007, 7",
        "'', -1",
        "1a, -1",
        "-1, -1",
        "+1, -1",
    })
    void shouldReadWhatIsBelowTwoToThe63(String octets, long number) {
        byte[] array = ("x" + octets + "9").getBytes(ISO_8859_1);
        assertEquals(number, Digits.number(array, 1, array.length - 1));
    }
}
