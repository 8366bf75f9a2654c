package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.admin.SlotState;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.tls.Configured;

/** An operator switches a place of the chain off and on under a live session. */
@Tag("embedded")
class SwitchedSlotTest {

    private static final Interest DELETE =
            Interest.of().commands(CommandName.DELETE).build();
    private static final String REFUSED = " NO [UNAVAILABLE] posthouse: an interceptor is not available\r\n";

    private final Meddler meddler = Meddler.at(DELETE).onCommand((s, c) -> CommandVerdict.no("forbidden"));

    @Test
    void shouldRefuseWhatItCoversAndNothingElseWhenAClosedOneIsOff() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED)) {
            scene.switchOff();
            scene.client("a1 NOOP\r\n")
                    .serverSees("a1 NOOP\r\n")
                    .server("a1 OK\r\n")
                    .clientSees("a1 OK\r\n");
            scene.client("a2 DELETE x\r\n").serverSees("").clientSees("a2" + REFUSED);
            assertEquals(List.of("detach LEFT_CHAIN"), meddler.calls());
            assertEquals(SlotState.OFF, state(scene));
        }
    }

    @Test
    void shouldSkipItWhenAnOpenOneIsOff() {
        try (Scene scene = Scene.with(meddler, FailureMode.OPEN)) {
            scene.switchOff().client("a1 DELETE x\r\n").serverSees("a1 DELETE x\r\n");
            assertEquals(List.of("detach LEFT_CHAIN"), meddler.calls());
        }
    }

    @Test
    void shouldRefuseWhenItFailsOpenButIsRequired() {
        try (Scene scene = Scene.with(meddler, FailureMode.OPEN, "interceptors", "meddler")) {
            scene.switchOff().client("a1 DELETE x\r\n").serverSees("").clientSees("a1" + REFUSED);
        }
    }

    @Test
    void shouldJoinTheSameSessionAgainWhenItIsSwitchedOn() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED)) {
            scene.switchOff().switchOn().client("a1 DELETE x\r\n").serverSees("");
            scene.clientSees("a1 NO posthouse: forbidden\r\n");
            assertEquals(List.of("detach LEFT_CHAIN", "attach", "command DELETE"), meddler.calls());
            assertEquals(SlotState.SERVING, state(scene));
        }
    }

    @Test
    void shouldStayOffWhenItsServiceIsUpdated() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED)) {
            scene.switchOff().leave(meddler, 1);
            assertEquals(SlotState.OFF, state(scene));
            Meddler next = Meddler.at(DELETE);
            scene.join(next, 2).client("a1 DELETE x\r\n").clientSees("a1" + REFUSED);
            assertEquals(List.of(), next.calls());
        }
    }

    @Test
    void shouldRefuseInsteadOfHoldingWhenItIsOffAndGone() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED)) {
            scene.leave(meddler, 1).client("a1 DELETE x\r\n").clientSees("");
            scene.switchOff().clientSees("a1" + REFUSED).serverSees("");
        }
    }

    @Test
    void shouldForgetThatItWasOffWhenItIsTakenOutOfTheConfiguration() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED, "interceptors", "meddler")) {
            scene.switchOff().configure("interceptors", "other?").configure("interceptors", "meddler");
            scene.client("a1 DELETE x\r\n").clientSees("a1 NO posthouse: forbidden\r\n");
        }
    }

    @Test
    void shouldRefuseANewSessionWhatItMightCoverWhenItIsOff() {
        InterceptorTracker tracker = new InterceptorTracker();
        tracker.bind(meddler, meddler.properties(1, FailureMode.CLOSED));
        try (SessionUnderTest stage = new SessionUnderTest(
                Configured.settings(Path.of("conf")), FakeUpstream.Manner.WAITS, tracker, this::off)) {
            assertEquals(List.of(), stage.session().chain().sitting());
            stage.upstream().answer();
            stage.pump();
            say(stage.server(), "* PREAUTH hi\r\n", stage);
            say(stage.client(), "a1 CHECK\r\n", stage);
            assertEquals("* PREAUTH hi\r\na1" + REFUSED, stage.client().unseen());
            assertEquals(List.of(), meddler.calls());
            assertTrue(stage.listener().places().switchOn("meddler").isPresent());
            stage.pump();
            assertEquals(List.of("meddler"), stage.session().chain().sitting());
        }
    }

    private void off(ListenerSessions listener) {
        assertTrue(listener.places().switchOff("meddler").isPresent());
    }

    private static void say(Leg leg, String octets, SessionUnderTest stage) {
        leg.send(octets.getBytes(StandardCharsets.ISO_8859_1));
        stage.pump();
    }

    @Test
    void shouldKnowNoPlaceThatIsNotThere() {
        try (Scene scene = Scene.with(meddler, FailureMode.CLOSED)) {
            assertEquals(Optional.empty(), scene.listener().places().switchOff("nobody"));
            assertEquals(Optional.empty(), scene.listener().places().switchOn("nobody"));
            assertTrue(!scene.listener().places().readmit("meddler"), "it isn't in quarantine");
        }
    }

    private static SlotState state(Scene scene) {
        return scene.listener().chainStatus().get(0).state();
    }
}
