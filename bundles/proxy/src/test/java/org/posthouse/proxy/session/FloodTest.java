package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/** A client that makes the proxy answer: it is answered no longer than it reads, and not without end. */
@Tag("embedded")
class FloodTest {

    private static final int MARK = 64 * 1024;
    private static final int ROUNDS = 5_000;
    private static final String BAD = "x\r\n".repeat(5);
    private static final String REPLY = "x BAD posthouse: no command behind the tag\r\n";

    @Test
    void shouldHoldNoMoreThanTheMarkWhenTheClientReadsNone() {
        try (SessionUnderTest stage = stage()) {
            stage.client().channel().block(true);
            for (int i = 0; i < ROUNDS; i++) {
                send(stage, BAD + "a NOOP\r\n");
                answer(stage);
            }
            assertFalse(stage.client().channel().reading());
            long pending = stage.client().channel().unsafe().outboundBuffer().totalPendingWriteBytes();
            assertTrue(pending < MARK + 8 * 1024, "pending: " + pending);
            assertTrue(stage.client().channel().isOpen());

            stage.client().channel().block(false);
            stage.pump();
            assertTrue(stage.client().unseen().startsWith(REPLY.repeat(5) + "a OK done\r\n" + REPLY));
        }
    }

    @Test
    void shouldAnswerTenLinesWhenAStrangerSendsThousands() {
        try (SessionUnderTest stage = stage()) {
            send(stage, "x\r\n".repeat(100_000));
            assertEquals(
                    REPLY.repeat(10) + "* BYE posthouse: too many bad commands\r\n",
                    stage.client().unseen());
            assertFalse(stage.client().channel().isOpen());
        }
    }

    private static SessionUnderTest stage() {
        SessionUnderTest stage = new SessionUnderTest(
                Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, new InterceptorTracker());
        stage.server().send("* OK hi\r\n".getBytes(US_ASCII));
        stage.pump();
        stage.client().taken(stage.client().unseen().length());
        return stage;
    }

    private static void send(SessionUnderTest stage, String lines) {
        stage.client().send(lines.getBytes(US_ASCII));
        stage.pump();
    }

    /** The server answers all that has come. */
    private static void answer(SessionUnderTest stage) {
        int commands = stage.server().unseen().length() / "a NOOP\r\n".length();
        stage.server().taken(stage.server().unseen().length());
        stage.server().send("a OK done\r\n".repeat(commands).getBytes(US_ASCII));
        stage.pump();
    }
}
