package org.posthouse.proxy.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.proxy.config.pem.Pki;

@Tag("unit")
class ListenerSettingsReaderTest {

    @TempDir
    static Path conf;

    private final ListenerSettingsReader reader = new ListenerSettingsReader();

    @BeforeAll
    static void makeCertificates() throws IOException {
        Pki pki = Pki.in(Files.createDirectory(conf.resolve("tls")));
        pki.server("server", "DNS:localhost").server("other", "DNS:localhost");
        pki.openssl("pkcs8 -topk8 -in server-key.pem -passout pass:secret -out encrypted-key.pem");
    }

    static List<Path> cases() throws IOException, URISyntaxException {
        Path folder =
                Path.of(ListenerSettingsReaderTest.class.getResource("cases").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Lines {@code #= valid}, {@code #= fault KEY | part of the reason} and {@code #= warning KEY | part} are all. */
    @ParameterizedTest
    @MethodSource("cases")
    void shouldSayWhatTheCaseExpectsWhenReadingIt(Path file) throws IOException {
        List<String> expected = Files.readAllLines(file).stream()
                .filter(l -> l.startsWith("#= "))
                .map(l -> l.substring(3))
                .toList();

        List<String> lines = reader.read("case", file.toString(), new ConfigurationFile(file).read(), conf)
                .match(
                        valid -> Stream.concat(
                                        Stream.of("valid"),
                                        valid.warnings().stream().map(w -> "warning " + w.key() + " | " + w.reason()))
                                .toList(),
                        faulty -> faulty.faults().stream()
                                .map(f -> "fault " + f.key() + " | " + f.reason())
                                .toList());

        assertEquals(expected.size(), lines.size(), () -> "said: " + lines);
        expected.forEach(
                e -> assertTrue(lines.stream().anyMatch(line -> matches(e, line)), () -> e + " not in " + lines));
    }

    private static boolean matches(String expected, String line) {
        String[] parts = expected.split(" \\| ", 2);
        return parts.length == 1 ? line.equals(expected) : line.startsWith(parts[0] + " | ") && line.contains(parts[1]);
    }

    @Test
    void shouldUseDefaultsWhenOnlyMandatoryKeysAreWritten() {
        ListenerSettings settings = valid(Map.of());

        assertEquals(Timeouts.DEFAULTS, settings.timeouts());
        assertEquals(Limits.DEFAULTS, settings.limits());
        assertEquals(Quirks.NONE, settings.quirks());
        assertEquals(new Trust.SystemTrust(), settings.trust());
        assertEquals(List.of(new InterceptorRef.AnyOther()), settings.interceptors());
        assertEquals("test", settings.name());
    }

    @Test
    void shouldKeepOrderInstancesAndOptionalityWhenInterceptorsAreListed() {
        ListenerSettings settings = valid(Map.of(
                "interceptors",
                "audit, capability:strict,other? , *",
                "interceptor.capability:strict.failure",
                "closed"));

        assertEquals(
                List.of(
                        new InterceptorRef.Named("audit", Optional.empty(), false),
                        new InterceptorRef.Named("capability", Optional.of("strict"), false),
                        new InterceptorRef.Named("other", Optional.empty(), true),
                        new InterceptorRef.AnyOther()),
                settings.interceptors());
        assertEquals(Map.of("capability:strict", FailureMode.CLOSED), settings.failure());
    }

    @Test
    void shouldReadAmountsWhenTheyHaveUnits() {
        ListenerSettings settings = valid(Map.of(
                "timeout.connect", "500ms", "timeout.idle", "1h", "timeout.drain", "2 min", "limit.line", "8KiB"));

        assertEquals(Duration.ofMillis(500), settings.timeouts().connect());
        assertEquals(Duration.ofHours(1), settings.timeouts().idle());
        assertEquals(Duration.ofMinutes(2), settings.timeouts().drain());
        assertEquals(8192, settings.limits().line());
    }

    @Test
    void shouldAcceptTypedValuesWhenAConsoleWroteThem() {
        ListenerSettings settings =
                valid(Map.of("limit.pipelined", 7, "interceptors", new String[] {"a", "*"}, "service.ranking", 3));

        assertEquals(7, settings.limits().pipelined());
        assertEquals(2, settings.interceptors().size());
    }

    @Test
    void shouldResolvePathsAgainstTheConfFolderWhenTheyAreRelative() {
        ListenerSettings settings =
                valid(Map.of("tls", "implicit", "certificate", "conf/tls/server.pem", "key", "tls/server-key.pem"));

        assertEquals(Optional.of(conf.resolve("tls/server.pem")), settings.certificate());
        assertEquals(Optional.of(conf.resolve("tls/server-key.pem")), settings.key());
    }

    @Test
    void shouldStayOnOneLineWhenAValueHoldsControlCharacters() {
        String line = read(Map.of("tls", "a\r\nb\u001b\"c"))
                .match(valid -> "", faulty -> faulty.faults().get(0).toString());

        assertFalse(line.isEmpty());
        assertTrue(line.chars().noneMatch(Character::isISOControl), line);
    }

    @Test
    void shouldStayOnOneLineWhenAKeyHoldsALineOfItsOwn() {
        String line = read(Map.of("ke\ny\nINFO imap-login: Aborted login\u001b[31m\u202e", "1"))
                .match(valid -> "", faulty -> faulty.faults().get(0).toString());

        assertTrue(line.contains("key=ke y INFO imap-login: Aborted login [31m reason="), line);
    }

    private ListenerSettings valid(Map<String, Object> more) {
        return read(more).match(Outcome.Valid::settings, faulty -> {
            throw new AssertionError(faulty.faults().toString());
        });
    }

    private Outcome read(Map<String, Object> more) {
        Map<String, Object> raw = new HashMap<>(
                Map.of("listen", "127.0.0.1:1143", "tls", "off", "upstream", "127.0.0.1:143", "upstream.tls", "off"));
        raw.putAll(more);
        return reader.read("test", "test.cfg", raw, conf);
    }
}
