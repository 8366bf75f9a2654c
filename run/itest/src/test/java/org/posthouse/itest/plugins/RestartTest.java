package org.posthouse.itest.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.NeedsTools;

/** What lay in the folder when it started, and what changed there while it was down. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class RestartTest {
    private static final PluginJar LOGS =
            PluginJar.bundle("logs", "1.0").header("Export-Package", "org.apache.logging.log4j;version=\"2.20\"");
    private static final PluginJar FRAGMENT =
            PluginJar.bundle("bad.fragment", "1.0").header("Fragment-Host", "io.netty.common");

    @Test
    void shouldRefuseNewSessionsAndSayWhyWhenARequiredIdIsMissingAtStart() throws IOException {
        try (Running running = new Running("guard, *").start()) {
            running.ready(false);
            assertTrue(
                    running.status().text().contains("interceptor:live/guard it is required"),
                    running.status().text());
            try (ImapClient refused = running.connect()) {
                assertTrue(refused.greeting().startsWith("* BYE [UNAVAILABLE]"), refused.greeting());
            }

            running.drop("guard.jar", PluginJar.interceptor("guard", "1.0", "guard"));
            running.ready(true);
            running.session().alive();
        }
    }

    @Test
    void shouldTurnAwayNobodyWhenARequiredIdLiesThereAtStart() throws IOException {
        try (Running running = new Running("guard, *")) {
            running.drop("guard.jar", PluginJar.interceptor("guard", "1.0", "guard"));
            running.start();
            try (ImapClient first = running.connect()) {
                assertTrue(first.greeting().startsWith("* OK"), first.greeting());
            }
            running.ready(true);
        }
    }

    @Test
    void shouldOpenThePortAndBeReadyOnlyForWhatWorksWhenAJarIsBadAtStart() throws IOException {
        try (Running running = new Running("*")) {
            running.drop("bad.jar", PluginJar.bundle("bad", "1.0").header("Import-Package", "com.acme.missing"));
            running.drop("good.jar", PluginJar.interceptor("good", "1.0", "good"));
            running.start().session();

            assertEquals(
                    1,
                    running.told("bad.jar").size(),
                    () -> "named before the port opened: " + running.told("bad.jar"));
            assertEquals(1, running.told("good.jar").size(), () -> "serving before the port opened");
            running.ready(false);
            running.take("bad.jar");
            running.ready(true);
            running.alive();
        }
    }

    /** By {@code *} nobody misses it: only its jar can tell that what was meant to guard doesn't. */
    @Test
    void shouldNotBeReadyWhenAGuardDoesNotComeIntoServiceForAMistypedKey() throws IOException {
        try (Running running = new Running("*")) {
            Path file = running.posthouse().file("conf/org.posthouse.example.authallowlist.cfg");
            Files.writeString(file, "network = 127.0.0.0/8\n");
            running.drop(
                    "allow.jar", Files.copy(allowList(), running.posthouse().file("allow.copy")));
            running.start().ready(false);
            running.posthouse().logged("plugin jar=allow.jar state=failed", "auth-allow-list does not start");
            running.posthouse().logged("unknown key network; there are [mechanisms, networks, users]");

            Files.writeString(file, "networks = 127.0.0.0/8\n");
            running.ready(true);
            running.posthouse().logged("id=auth-allow-list event=joined");
            Files.writeString(file, "# nothing but this\n");
            running.posthouse().logged("interceptor=auth-allow-list kept=", "its file has no key");
            Files.writeString(file, "networks = 127.0.0.0/8\nusers =\n");
            running.posthouse().logged("interceptor=auth-allow-list event=active", "users=[]");
            Files.delete(file);
            running.posthouse().logged("interceptor=auth-allow-list", "its file is gone");
        }
    }

    private static Path allowList() {
        return Distribution.examples().stream()
                .filter(jar -> jar.getFileName().toString().contains(".authallowlist-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldSayWhatWentAndWhatGotOlderWhenJarsChangedWhileItWasDown() throws IOException {
        try (Running running = new Running("*")) {
            running.drop("gone.jar", PluginJar.interceptor("gone", "1.0", "gone"));
            running.drop("older.jar", PluginJar.interceptor("older", "1.1", "older"));
            running.start().ready(true);
            running.stop();
            running.take("gone.jar");
            running.drop("older.jar", PluginJar.interceptor("older", "1.0", "older"));
            running.start().session().ready(true);

            running.posthouse()
                    .logged(" plugin jar=gone.jar state=removed", "deleted while the proxy was down", "mend=");
            running.posthouse().logged(" plugin jar=older.jar", "older/1.1.0 ran before: downgraded", "mend=");
            assertTrue(
                    running.status().text().contains("older/1.0.0"),
                    running.status().text());
            running.alive();
        }
    }

    /** At start they are there before Netty is wired; taking them out again must not take Netty with them. */
    @Test
    void shouldLoseNoSessionWhenWhatLayThereAtStartAndTouchesNettyIsTakenAway() throws IOException {
        try (Running running = new Running("*")) {
            running.drop("logs.jar", LOGS);
            running.drop("fragment.jar", FRAGMENT);
            running.start().session().ready(false);
            running.posthouse().logged(" plugin jar=fragment.jar state=failed", "a bundle of the installation");

            running.drop("logs.jar", LOGS.header("Bundle-Version", "1.1"));
            running.posthouse().logged(" plugin jar=logs.jar", "logs/1.1.0");
            running.take("logs.jar");
            running.take("fragment.jar");
            running.ready(true);
            running.alive();
        }
    }
}
