package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/**
 * A line too long to be held is passed on as it comes, so its announcement may be cut by the network. Where somebody
 * looks it must reach the server without its plus sign (ADR 6), or not at all.
 */
@Tag("embedded")
class CutAnnouncementTest {

    private static final String LINE = "a1 RENAME " + "x".repeat(70_000) + " ";
    private static final String LITERAL = "a2 CREATE x\r\na3 NOOP\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"|{22+}\r\n", "{|22+}\r\n", "{22|+}\r\n", "{2|2+}\r\n"})
    void shouldAnnounceWithoutThePlusWhenTheNetworkCutTheLineBeforeIt(String announcement) {
        try (SessionUnderTest stage = stage()) {
            String[] cut = announcement.split("\\|");
            send(stage, LINE + cut[0]);
            send(stage, cut[1] + LITERAL);
            assertEquals(LINE + "{22}\r\n", stage.server().unseen());
            stage.server().taken(stage.server().unseen().length());

            stage.server().send("a1 BAD no\r\n".getBytes(ISO_8859_1));
            stage.pump();
            send(stage, "\r\na4 NOOP\r\n");
            assertEquals("a4 NOOP\r\n", stage.server().unseen());
            assertEquals("a1 BAD no\r\n", stage.client().unseen());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{22+|}\r\n", "{22+}|\r\n", "{22+}\r|\n"})
    void shouldEndTheSessionWhenThePlusHasGoneAlready(String announcement) {
        try (SessionUnderTest stage = stage()) {
            String[] cut = announcement.split("\\|");
            send(stage, LINE + cut[0]);
            send(stage, cut[1] + LITERAL);
            assertTrue(
                    stage.server().channel().reset(),
                    "the server has half a line: it must not take it for a whole one");
            assertFalse(stage.server().unseen().contains("\n"), "a whole line went upstream");
            assertEquals(
                    "* BAD posthouse: line too long\r\n* BYE posthouse: line too long\r\n",
                    stage.client().unseen());
        }
    }

    private static SessionUnderTest stage() {
        InterceptorTracker tracker = new InterceptorTracker();
        Recorder all = new Recorder("all", Interest.everything());
        tracker.bind(all, all.properties(1, InterceptorFactory.OBSERVE));
        SessionUnderTest stage =
                new SessionUnderTest(Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, tracker);
        stage.server().send("* PREAUTH hi\r\n".getBytes(ISO_8859_1));
        stage.pump();
        stage.client().taken(stage.client().unseen().length());
        return stage;
    }

    private static void send(SessionUnderTest stage, String octets) {
        stage.client().send(octets.getBytes(ISO_8859_1));
        stage.pump();
    }
}
