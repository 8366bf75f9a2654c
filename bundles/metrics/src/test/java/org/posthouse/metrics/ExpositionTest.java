package org.posthouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.admin.Reason;

@Tag("unit")
class ExpositionTest {

    private final FixedAdministration proxy = new FixedAdministration();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posthouse_ready | 1",
                "posthouse_jars{state=\"active\"} | 1",
                "posthouse_jars{state=\"failed\"} | 0",
                "posthouse_listener_state{listener=\"main\",state=\"open\"} | 1",
                "posthouse_listener_state{listener=\"other\",state=\"drained\"} | 1",
                "posthouse_listener_state{listener=\"other\",state=\"open\"} | 0",
                "posthouse_sessions{listener=\"main\"} | 12",
                "posthouse_sessions_opened_total{listener=\"main\"} | 100",
                "posthouse_logins_total{listener=\"main\",result=\"accepted\"} | 80",
                "posthouse_logins_total{listener=\"main\",result=\"refused\"} | 5",
                "posthouse_commands_total{listener=\"main\"} | 300",
                "posthouse_received_bytes_total{listener=\"main\"} | 1000",
                "posthouse_sent_bytes_total{listener=\"main\"} | 2e12",
                "posthouse_certificate_expiry_timestamp_seconds{listener=\"main\"} | 1.8e9",
                "posthouse_interceptor_state{interceptor=\"guard \\\"x\\\"\\n\\\\\",listener=\"other\",state=\"off\"} | 1",
                "posthouse_interceptor_messages_total{interceptor=\"guard \\\"x\\\"\\n\\\\\",listener=\"main\"} | 7",
                "posthouse_interceptor_latency_seconds{interceptor=\"guard \\\"x\\\"\\n\\\\\",listener=\"main\",quantile=\"0.99\"} | 0.002"
            })
    void shouldTellEachFigureWhenScraped(String series, double value) {
        Map<String, Double> samples = samples();

        assertTrue(samples.containsKey(series), () -> series + " is none of " + samples.keySet());
        assertEquals(value, samples.get(series));
    }

    @Test
    void shouldCountWhatIsAgainstBeingReady() {
        proxy.reasons = List.of(
                new Reason(Reason.Kind.INTERCEPTOR, "main/guard", true, "is missing", ""),
                new Reason(Reason.Kind.INTERCEPTOR, "main/other", false, "is shadowed", ""));

        assertEquals(0, samples().get("posthouse_ready"));
        assertEquals(1, samples().get("posthouse_not_ready_reasons{kind=\"interceptor\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# TYPE a gauge\na 1\n",
                "# TYPE a counter\na 1\n# EOF\n",
                "# TYPE a gauge\na 1\na 1\n# EOF\n",
                "a b\n# EOF\n"
            })
    void shouldReadStrictlyWhenATestReads(String wrong) {
        assertThrows(AssertionError.class, () -> OpenMetricsText.read(wrong));
    }

    private Map<String, Double> samples() {
        Page page = Exposition.of(proxy.status());
        assertTrue(page.type().startsWith("application/openmetrics-text; version=1.0.0"), page.type());
        return OpenMetricsText.read(new String(page.body(), StandardCharsets.UTF_8));
    }
}
