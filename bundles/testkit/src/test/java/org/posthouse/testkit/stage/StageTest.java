package org.posthouse.testkit.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left over is seen. */
@Tag("embedded")
class StageTest {

    private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.1", 40_000);

    private static Stage stage(Map<String, String> keys) {
        return new Stage(keys, Duration.ofSeconds(2));
    }

    @Test
    void shouldTellOfSessionsAndBuffersThatAreStillThere() {
        try (Stage stage = stage(Map.of())) {
            Connection connection = stage.connect(CLIENT, (name, octets) -> {});
            connection.client().block(true);
            connection.server().send(new ByteArrayInputStream("* OK ready\r\n".getBytes(US_ASCII)));
            List<String> left = stage.leftOver();
            assertEquals(2, left.size(), left.toString());
            assertTrue(left.get(0).startsWith("1 sessions are still open"));
            assertTrue(left.get(1).endsWith("octets of buffers were never released"));
            stage.hangUp();
            assertEquals(List.of(), stage.leftOver());
        }
    }

    @Test
    void shouldRefuseKeysThatTheListenerWouldRefuse() {
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> stage(Map.of("tmeouts", "1s")))
                        .getMessage())
                .contains("tmeouts"));
    }

    @Test
    void shouldCompactAnInboxWhenItIsReadInPieces() {
        Inbox inbox = new Inbox();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            byte[] more = ("line " + i + "\r\n").getBytes(US_ASCII);
            inbox.add(more);
            expected.append("line ").append(i).append("\r\n");
            if (i % 3 == 0) {
                inbox.take(more.length);
                expected.delete(0, more.length);
            }
        }
        assertEquals(expected.toString(), inbox.toString());
    }
}
