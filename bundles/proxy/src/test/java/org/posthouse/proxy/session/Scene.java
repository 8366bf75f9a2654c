package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.tls.Configured;

/** One logged-in session with one interceptor, and what its peers say and see. */
final class Scene implements AutoCloseable {

    static final String FAILED = "posthouse: an interceptor failed\r\n";

    private final InterceptorTracker tracker = new InterceptorTracker();
    private final FailureMode mode;
    private final SessionUnderTest stage;

    private Scene(Meddler meddler, FailureMode mode, String... settings) {
        this.mode = mode;
        join(meddler, 1);
        stage = new SessionUnderTest(
                Configured.settings(Path.of("conf"), settings), FakeUpstream.Manner.CONNECTS, tracker);
        server("* PREAUTH hi\r\n");
        clientSees("* PREAUTH hi\r\n");
        meddler.calls().clear();
    }

    static Scene with(Meddler meddler, FailureMode mode, String... settings) {
        return new Scene(meddler, mode, settings);
    }

    Scene join(Meddler meddler, long service) {
        tracker.bind(meddler, meddler.properties(service, mode));
        return this;
    }

    Scene leave(Meddler meddler, long service) {
        tracker.unbind(meddler, meddler.properties(service, mode));
        stage.pump();
        return this;
    }

    /** Its service's properties have changed. */
    Scene modified(Meddler meddler, long service) {
        tracker.updated(meddler, meddler.properties(service, mode));
        stage.pump();
        return this;
    }

    /** The listener's file has been edited. */
    Scene configure(String... settings) {
        stage.listener().configure(Configured.settings(Path.of("conf"), settings));
        stage.pump();
        return this;
    }

    ListenerSessions listener() {
        return stage.listener();
    }

    Scene switchOff() {
        assertTrue(stage.listener().places().switchOff("meddler").isPresent());
        return pump();
    }

    Scene switchOn() {
        assertTrue(stage.listener().places().switchOn("meddler").isPresent());
        return pump();
    }

    /** Whether the server's connection was reset. */
    boolean serverReset() {
        return stage.server().channel().reset();
    }

    Scene client(String octets) {
        stage.client().send(octets.getBytes(ISO_8859_1));
        stage.pump();
        return this;
    }

    Scene server(String octets) {
        stage.server().send(octets.getBytes(ISO_8859_1));
        stage.pump();
        return this;
    }

    Scene clientSees(String octets) {
        assertEquals(octets, taken(stage.client()), "what the client saw");
        return this;
    }

    /** A NO [LIMIT] with the tag, and something, in either order. */
    Scene clientSeesLimit(String tag, String besides) {
        String seen = taken(stage.client());
        assertTrue(seen.contains(tag + " NO [LIMIT] posthouse: "), seen);
        assertTrue(seen.contains(besides), seen);
        return this;
    }

    Scene serverSees(String octets) {
        assertEquals(octets, taken(stage.server()), "what the server saw");
        return this;
    }

    Scene pass(Duration time) {
        stage.pass(time);
        return this;
    }

    Scene pump() {
        stage.pump();
        return this;
    }

    Scene ended() {
        stage.pump();
        assertFalse(stage.client().channel().isOpen(), "the client is still connected");
        assertFalse(stage.server().channel().isOpen(), "the server is still connected");
        return this;
    }

    /** The command passes or is refused, as the mode has it. */
    Scene decides(String command) {
        String tag = command.substring(0, command.indexOf(' '));
        if (mode == FailureMode.OPEN) {
            serverSees(command).clientSees("");
        } else {
            serverSees("").clientSees(tag + " NO [UNAVAILABLE] " + FAILED);
        }
        return this;
    }

    private static String taken(Leg leg) {
        String octets = leg.unseen();
        leg.taken(octets.length());
        return octets;
    }

    @Override
    public void close() {
        stage.close();
    }
}
