package org.posthouse.itest.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.Tool;

/** {@code bin/posthouse ctl} against a running instance with a session. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class ControlTest {

    @Test
    void shouldShowAndEndASessionWhenAskedTo() throws IOException {
        try (Running running = new Running("*").start()) {
            try (ImapClient client = running.connect()) {
                client.command("LOGIN fred secret").orFail();
                Tool.Result sessions = running.control("sessions", "user=fred");
                assertEquals(0, sessions.exit(), sessions.text());
                assertTrue(sessions.text().contains("fred"), sessions.text());

                Tool.Result kicked = running.control("kick", "user=fred", "so", "long");

                assertEquals("1 session is ending\n", kicked.text());
                assertEquals("* BYE posthouse: so long", client.response());
            }
            Await.until(
                    "no session",
                    () -> running.control("sessions").text().lines().count() == 1);
            assertEquals(69, running.control("kick", "user=fred").exit());
            assertEquals(64, running.control("kick", "everybody").exit());
            assertEquals(64, running.control("--nonsense", "sessions").exit());
            assertTrue(running.control().text().startsWith("VERB"));
        }
    }

    @Test
    void shouldCloseThePortAndOpenItAgainWhenAListenerIsDrained() throws IOException {
        try (Running running = new Running("*").start().session()) {
            running.ready(true);
            assertEquals(0, running.control("drain", "live").exit());
            running.ready(false);
            Await.until("the port to close", () -> !Ports.open(running.port()));
            assertTrue(running.control("listeners").text().contains("drained"));

            assertEquals(0, running.control("undrain", "live").exit());

            running.ready(true);
            running.session().alive();
            assertEquals(69, running.control("drain", "other").exit());
        }
    }

    @Test
    void shouldGiveNoSessionsIdTwiceWhenAListenersFileGoesAndComesBack() throws IOException {
        try (Running running = new Running("*").start()) {
            Path file = running.posthouse().file("conf/org.posthouse.listener-live.cfg");
            String text = Files.readString(file);
            String first = onlyId(running);
            Files.delete(file);
            Await.until("the port to close", () -> !Ports.open(running.port()));
            running.posthouse().configure("org.posthouse.listener-live.cfg", text);
            Await.until("the port to open", () -> Ports.open(running.port()));

            String second = onlyId(running);

            assertTrue(first.startsWith("live-") && second.startsWith("live-"), first + " " + second);
            assertNotEquals(first, second);
        }
    }

    /** Of a session that is open for as long as it takes to ask. */
    private static String onlyId(Running running) throws IOException {
        try (ImapClient client = running.connect()) {
            client.command("LOGIN fred secret").orFail();
            String shown = running.control("sessions", "user=fred").text();
            return shown.lines().skip(1).findFirst().orElse("").split(" ")[0];
        }
    }

    @Test
    void shouldNotBeReadyWhileARequiredInterceptorIsOff() throws IOException {
        try (Running running = new Running("guard, *")) {
            running.drop("guard.jar", PluginJar.interceptor("guard", "1.0", "guard"));
            running.start().session().ready(true);

            assertEquals(0, running.control("off", "live", "guard").exit());
            assertTrue(running.control("chain", "live").text().contains(" off "));
            running.ready(false);

            assertEquals(0, running.control("on", "live", "guard").exit());
            running.ready(true);
            running.alive();
            assertEquals(69, running.control("readmit", "live", "guard").exit());
        }
    }
}
