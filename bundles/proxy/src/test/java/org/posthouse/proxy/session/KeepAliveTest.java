package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/** Peers of sessions that stay are probed by the system (SO_KEEPALIVE); short ones are spared it. */
@Tag("embedded")
class KeepAliveTest {

    @Test
    void shouldProbeBothPeersWhenTheSessionStays() {
        try (SessionUnderTest stage = new SessionUnderTest(
                Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, new InterceptorTracker())) {
            stage.server().send("* PREAUTH hi\r\n".getBytes(US_ASCII));
            stage.pump();
            stage.pass(Duration.ofSeconds(59));
            assertFalse(stage.client().channel().probed());
            assertFalse(stage.server().channel().probed());

            stage.pass(Duration.ofSeconds(2));

            assertTrue(stage.client().channel().probed());
            assertTrue(stage.server().channel().probed());
        }
    }
}
