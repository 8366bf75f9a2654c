package org.posthouse.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.SessionStatus;
import org.posthouse.embed.peer.MailClient;
import org.posthouse.embed.peer.MailServer;
import org.posthouse.embed.peer.Threads;

@Tag("dialogue")
class PosthouseTest {

    private static final String REFUSED = " NO posthouse: ";

    private final Threads before = Threads.now();
    private final MailServer server = MailServer.start();

    @AfterEach
    void endServer() {
        server.close();
    }

    @Test
    void shouldProxyASessionWhenItHasStarted() {
        try (Posthouse posthouse = started();
                MailClient client = greeted(posthouse)) {
            assertEquals("a1 OK done", client.ask("a1 NOOP"));
        }
    }

    @Test
    void shouldNeedNothingOfOsgiWhenOnAClassPath() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.osgi.framework.BundleContext"));
        assertThrows(
                ClassNotFoundException.class,
                () -> Class.forName("org.osgi.service.component.runtime.ServiceComponentRuntime"));
    }

    @Test
    void shouldJoinAndLeaveAnOpenSessionWhenPluggedAndClosed() {
        try (Posthouse posthouse = started();
                MailClient client = greeted(posthouse)) {
            assertEquals("a1 OK done", client.ask("a1 CREATE x"));
            try (Plugged refusing = posthouse.plug(Plugin.deciding("refusing", new Refusing("never")))) {
                assertEquals("a2" + REFUSED + "never", client.ask("a2 CREATE x"));
                refusing.replace(Plugin.deciding("refusing", new Refusing("not today")));
                assertEquals("a3" + REFUSED + "not today", client.ask("a3 CREATE x"));
            }
            assertEquals("a4 OK done", client.ask("a4 CREATE x"));
        }
    }

    @Test
    void shouldRefuseToReplaceWhatWasRemoved() {
        try (Posthouse posthouse = started()) {
            Plugged removed = posthouse.plug(Plugin.observing("looking", new Refusing("-")));
            removed.close();
            removed.close();
            Plugin successor = Plugin.observing("looking", new Refusing("-"));
            assertThrows(IllegalStateException.class, () -> removed.replace(successor));
        }
    }

    @Test
    void shouldBeInTheChainBeforeThePortOpensWhenGivenToTheBuilder() {
        try (Posthouse posthouse = Posthouse.builder()
                        .plugin(Plugin.deciding("refusing", new Refusing("never")))
                        .listener("office", keys().interceptors("refusing"))
                        .start();
                MailClient client = greeted(posthouse)) {
            assertEquals("a1" + REFUSED + "never", client.ask("a1 CREATE x"));
            assertTrue(posthouse.administration().readiness().ready());
        }
    }

    @Test
    void shouldSayByeAndLeaveNoThreadWhenClosed() {
        Posthouse posthouse = started();
        MailClient client = greeted(posthouse);
        int port = posthouse.port("office");
        posthouse.close();
        posthouse.close();
        assertTrue(client.line().orElse("").startsWith("* BYE"), "told to go");
        assertEquals(Optional.empty(), client.line());
        assertThrows(UncheckedIOException.class, () -> new MailClient(port).close());
        assertEquals(List.of(), before.stayed());
    }

    @Test
    void shouldKeepInstancesApartWhenTwoRunInOneJvm() {
        Posthouse first = started();
        try (Posthouse second = started();
                MailClient other = greeted(second)) {
            assertNotEquals(first.port("office"), second.port("office"));
            first.plug(Plugin.deciding("refusing", new Refusing("never")));
            assertEquals("a1 OK done", other.ask("a1 CREATE x"));
            first.close();
            assertEquals("a2 OK done", other.ask("a2 CREATE x"));
        }
        assertEquals(List.of(), before.stayed());
    }

    @Test
    void shouldNameEachFaultAndLeaveNothingBehindWhenKeysAreWrong() {
        PosthouseBuilder wrong = Posthouse.builder()
                .listener("office", Map.of("listen", "127.0.0.1:0", "tsl", "off", "upstream", "127.0.0.1:1"));
        Refused refused = assertThrows(Refused.class, wrong::start);
        assertTrue(refused.reasons().stream().anyMatch(reason -> reason.contains("key=tsl")), () -> refused.reasons()
                .toString());
        assertTrue(
                refused.reasons().stream().anyMatch(reason -> reason.contains("key=upstream.tls")),
                () -> refused.reasons().toString());
        assertEquals(List.of(), before.stayed());
    }

    @Test
    void shouldSayThatAPortIsTakenWhenItIs() {
        PosthouseBuilder taken = Posthouse.builder()
                .listener(
                        "office",
                        ListenerKeys.listen("127.0.0.1", server.port())
                                .plain()
                                .upstreamPlain("127.0.0.1", server.port()));
        Refused refused = assertThrows(Refused.class, taken::start);
        assertTrue(refused.reasons().get(0).contains("state=taken"), refused.toString());
        assertEquals(List.of(), before.stayed());
    }

    @Test
    void shouldTakeListenersInAndOutWhenRunning() {
        try (Posthouse posthouse = started();
                MailServer elsewhere = MailServer.start();
                MailClient open = greeted(posthouse)) {
            posthouse.listen("branch", keys());
            posthouse.listen("office", keys().upstreamPlain("127.0.0.1", elsewhere.port()));
            assertEquals("a1 OK done", open.ask("a1 NOOP"));
            assertEquals(
                    ListenerState.OPEN,
                    posthouse.administration().status().listeners().get(0).state());
            assertTrue(posthouse.remove("branch"));
            assertThrows(NoSuchElementException.class, () -> posthouse.port("branch"));
        }
    }

    @Test
    void shouldGiveNoSessionsIdTwiceWhenAListenerIsTakenOutAndInAgain() {
        try (Posthouse posthouse = started();
                MailClient before = greeted(posthouse)) {
            assertEquals("a1 OK done", before.ask("a1 NOOP"));
            List<String> first = ids(posthouse);
            assertTrue(posthouse.remove("office"));
            posthouse.listen("office", keys());
            try (MailClient after = greeted(posthouse)) {
                assertEquals("a1 OK done", after.ask("a1 NOOP"));
                assertEquals(1, first.size());
                assertEquals(1, ids(posthouse).size());
                assertNotEquals(first, ids(posthouse));
            }
        }
    }

    private static List<String> ids(Posthouse posthouse) {
        return posthouse.administration().sessions().stream()
                .map(SessionStatus::id)
                .toList();
    }

    private Posthouse started() {
        return Posthouse.builder().listener("office", keys()).start();
    }

    private ListenerKeys keys() {
        return ListenerKeys.listen("127.0.0.1", 0).plain().upstreamPlain("127.0.0.1", server.port());
    }

    private static MailClient greeted(Posthouse posthouse) {
        MailClient client = new MailClient(posthouse.port("office"));
        assertTrue(client.line().orElse("").startsWith("* OK"));
        return client;
    }
}
