package org.posthouse.console.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTextTest {

    private static final String FILE = """
            # A listener.
            listen         = *:1143

            ! old sort of comment
            tls=off
            upstream : imap.example.org:993
            interceptors   = audit, \\
                             other?, *
            # the end
            """;

    @Test
    void shouldStayOctetForOctetWhenNothingChanges() {
        assertEquals(FILE, PropertiesText.of(FILE).toString());
        assertEquals("", PropertiesText.of("").toString());
        assertEquals("a=b", PropertiesText.of("a=b").toString());
    }

    @Test
    void shouldChangeOneLineOnlyWhenAKeyGetsAnotherValue() {
        assertEquals(
                FILE.replace("*:1143", "*:2143"),
                PropertiesText.of(FILE).with("listen", "*:2143").toString());
        assertEquals(
                FILE.replace("tls=off", "tls=implicit"),
                PropertiesText.of(FILE).with("tls", "implicit").toString());
        assertEquals(
                FILE.replace("audit, \\\n                 other?, *", "other?, audit, *"),
                PropertiesText.of(FILE).with("interceptors", "other?, audit, *").toString());
    }

    @Test
    void shouldKeepTheCommentsWhenAKeyGoes() {
        assertEquals(
                FILE.replace("tls=off\n", ""),
                PropertiesText.of(FILE).without("tls").toString());
    }

    @Test
    void shouldAppendWhenAKeyIsNew() {
        assertEquals(
                FILE + "key = a.pem\n",
                PropertiesText.of(FILE).with("key", "a.pem").toString());
        assertEquals("a=b\nc = d\n", PropertiesText.of("a=b").with("c", "d").toString());
        assertEquals(
                "a=b\r\nc = d\r\n", PropertiesText.of("a=b\r\n").with("c", "d").toString());
    }

    @Test
    void shouldChangeTheLineThatCountsWhenAKeyIsWrittenTwice() {
        assertEquals(
                "a=1\na=3\n", PropertiesText.of("a=1\na=2\n").with("a", "3").toString());
        assertEquals("", PropertiesText.of("a=1\na=2\n").without("a").toString());
    }

    @Test
    void shouldGiveABlankKeyItsValueWhenItHadNone() {
        assertEquals(
                "a = b\nc=d\n", PropertiesText.of("a =\nc=d\n").with("a", "b").toString());
        assertEquals("a = b\n", PropertiesText.of("a\n").with("a", "b").toString());
        assertEquals("a = \n", PropertiesText.of("a = b\n").with("a", "").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a, b?, *",
                " leading",
                "trailing ",
                "C:\\mail\\key.pem",
                "\"quoted\"",
                "Grüße 漢字 \u0007",
                "a\nb\r\tc",
                "# no comment",
                "${env:HOME}",
                ""
            })
    void shouldReadAsWhatWasWrittenWhateverTheValue(String value) throws IOException {
        String text = PropertiesText.of(FILE)
                .with("interceptors", value)
                .with("interceptor.capability:strict x.failure", value)
                .toString();

        Properties read = new Properties();
        read.load(new StringReader(text));
        assertEquals(value, read.getProperty("interceptors"));
        assertEquals(value, read.getProperty("interceptor.capability:strict x.failure"));
        assertEquals("imap.example.org:993", read.getProperty("upstream"));
        assertEquals(5, read.size());
        assertEquals(
                Map.of("interceptors", value),
                PropertiesText.of("interceptors = x")
                        .with("interceptors", value)
                        .values());
    }
}
