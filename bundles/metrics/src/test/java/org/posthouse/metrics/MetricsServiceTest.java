package org.posthouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.admin.Reason;

@Tag("dialogue")
class MetricsServiceTest {

    private final FixedAdministration proxy = new FixedAdministration();
    private final HealthCheck ready = new ReadyCheck(proxy);
    private final HealthCheck live = new LiveCheck(proxy);
    private final HttpClient client = HttpClient.newHttpClient();
    private final MetricsService service = new MetricsService(proxy, "127.0.0.1:0", List.of(live), List.of(ready));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void shouldAnswerOnItsThreePagesAndNoOther() throws Exception {
        assertEquals(200, get("/metrics").statusCode());
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                get("/metrics").headers().firstValue("Content-Type").orElse(""));
        OpenMetricsText.read(get("/metrics").body());
        assertEquals("ok\nok live, listeners: 2\n", get("/health/live").body());
        assertEquals("ok\nok ready\n", get("/health/ready").body());
        assertEquals(200, get("/").statusCode());
        assertEquals(404, get("/metricsandmore").statusCode());
        assertEquals(404, get("/metrics/../health").statusCode());
        assertEquals(405, ask("POST", "/metrics").statusCode());
        assertEquals("", ask("HEAD", "/metrics").body());
    }

    @Test
    void shouldSayWhyItIsNotReadyAndStayAliveWhenAGuardIsMissing() throws Exception {
        proxy.reasons = List.of(
                new Reason(Reason.Kind.INTERCEPTOR, "main/guard", true, "nobody serves it", "put it back"),
                new Reason(Reason.Kind.JAR, "a.jar", false, "is odd", ""));

        HttpResponse<String> answer = get("/health/ready");

        assertEquals(503, answer.statusCode());
        assertEquals("not ok\ntemporarily_unavailable main/guard nobody serves it\nok a.jar is odd\n", answer.body());
        assertEquals(200, get("/health/live").statusCode());
        proxy.reasons = List.of();
        assertEquals(200, get("/health/ready").statusCode());
    }

    @Test
    void shouldFailCleanlyWhenTheProxyDoesNotAnswer() throws Exception {
        proxy.broken = true;

        assertEquals(500, get("/metrics").statusCode());
        assertEquals(503, get("/health/live").statusCode());
        assertTrue(get("/health/live").body().contains("health_check_error"), get("/health/live")::body);
    }

    @Test
    void shouldHaveNoPortWhenItIsTakenAndOneAgainWhenTheFileChanges() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            service.listen("127.0.0.1:" + taken.getLocalPort());

            assertEquals(Optional.empty(), service.address());
        }
        service.listen("127.0.0.1:0");
        assertTrue(service.address().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9900", "127.0.0.1", "127.0.0.1:99000", "::1:9900", "no.such.name.invalid:9900", "a b:1"})
    void shouldHaveNoPortWhenTheAddressIsNone(String listen) {
        service.listen(listen);

        assertEquals(Optional.empty(), service.address());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path);
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        InetSocketAddress address = service.address().orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
