package org.posthouse.itest.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Wire;

/** What somebody does in the console, in a real browser, to a running proxy with real sessions. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools({"openssl", "chromium", "chromedriver"})
class ConsolePagesTest {
    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static final List<Listener> LISTENER = new ArrayList<>();
    private static final List<ConsoleRun> CONSOLE = new ArrayList<>();
    private static final List<Browser> BROWSER = new ArrayList<>();

    @BeforeAll
    static void start(Pki pki) throws IOException {
        ScriptedServer server = ScriptedServer.playing(ConsolePagesTest::serve);
        Listener listener = Listener.plain("live", server.port()).with("interceptors", "trace?, later?, *");
        LISTENER.add(listener);
        CONSOLE.add(ConsoleRun.start(pki, List.of(Distribution.trace()), listener));
        console()
                .posthouse()
                .put(listener, "# The chain is discussed in ticket 12.\n" + text(listener) + "\n# The end.\n");
        BROWSER.add(Browser.in(console()));
        RUNNING.addAll(List.of(BROWSER.get(0), console(), server));
    }

    private static String text(Listener listener) {
        StringBuilder text = new StringBuilder();
        listener.keys().forEach((key, value) -> text.append(String.format("%-14s = %s%n", key, value)));
        return text.toString();
    }

    /** Obedient, patient, and with a mailbox to select. */
    private static void serve(Wire client) throws IOException {
        client.patience(0);
        client.send("* OK [CAPABILITY IMAP4rev1 IDLE LITERAL+] scripted\r\n");
        while (true) {
            ScriptedServer.obey(client, client.line());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : RUNNING) {
            each.close();
        }
    }

    /** Whatever was done: the page has nothing to complain of. */
    @AfterEach
    void shouldHaveNothingToComplainOf() {
        assertEquals(List.of(), browser().complaints());
    }

    private static ConsoleRun console() {
        return CONSOLE.get(0);
    }

    private static Browser browser() {
        return BROWSER.get(0);
    }

    private static ImapClient client(String user) throws IOException {
        ImapClient client = ImapClient.plain(LISTENER.get(0).port());
        client.command("LOGIN " + user + " secret").orFail();
        return client;
    }

    @Test
    void shouldShowSessionsComeAndGoWithoutLoadingThePageAgain() throws IOException {
        browser().open("posthouse-sessions");
        browser().script("window.stays = true");
        try (ImapClient client = client("winifred")) {
            client.command("SELECT Drafts").orFail();
            browser().shows("winifred");
            browser().shows("Drafts");
            client.command("LOGOUT").orFail();
        }
        browser().hides("winifred");
        assertEquals(Optional.of(true), browser().script("return window.stays"));
    }

    @Test
    void shouldKickASessionAndTellItsClient() throws IOException {
        try (ImapClient client = client("mallory");
                ImapClient other = client("bystander")) {
            browser().open("posthouse-sessions?q=mallory").shows("mallory");
            browser().hides("bystander");
            browser().one("tbody button.link").sendKeys(Keys.ENTER);
            browser().shows("Kick this session");
            browser().shows("trace");
            browser().press("button", "Kick this session");
            browser().press("dialog[open] button", "Kick");

            String bye = client.response();
            assertTrue(bye.startsWith("* BYE") && bye.contains("posthouse: "), bye);
            browser().shows("This session has ended.");
            other.command("NOOP").orFail();
        }
    }

    @Test
    void shouldSwitchAPlaceOffAndOnAgain() throws IOException {
        try (ImapClient client = client("switch")) {
            client.command("NOOP").orFail();
            browser().open("posthouse-chain").shows("serving");
            browser().press("button", "Switch off trace");
            browser().press("dialog[open] button", "Switch off");
            browser().shows("trace is off");
            Await.until("off", () -> browser().one("tbody tr .state").getText().equals("off"));
            client.command("NOOP").orFail();

            browser().press("button", "Switch on trace");
            Await.until("on", () -> browser().one("tbody tr .state").getText().equals("serving"));
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldDrainAListenerAndOpenItAgain() throws IOException {
        browser().open("posthouse").shows("Ready for new clients");
        browser().press("button", "Drain live");
        browser().press("dialog[open] button", "Drain");
        browser().shows("drained");
        browser().press("button", "Open again live");
        Await.until(
                "open again", () -> browser().one("tbody tr .state").getText().equals("open"));
        try (ImapClient client = client("again")) {
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldFindInTheFileWhatWasChangedInTheConfigurationPage() throws IOException {
        Path file = console().posthouse().file("conf/" + LISTENER.get(0).file());
        String before = Files.readString(file);
        try (ImapClient client = client("steady")) {
            browser().open("configMgr/org.posthouse.listener~live").shows("The chain in the order of commands");
            WebElement field = browser().one("#editor textarea[name='interceptors']");
            field.clear();
            field.sendKeys("later?, trace?, *");
            browser().picture("configuration");
            browser().press(".ui-dialog-buttonset button", "Save");

            Await.until(
                    "the file",
                    Await.PATIENCE,
                    () -> Files.readString(file).contains("later?, trace?"),
                    console().posthouse()::log);
            assertEquals(before.replace("trace?, later?, *", "later?, trace?, *"), Files.readString(file));
            client.command("NOOP").orFail();
        }
        browser().open("configMgr/org.posthouse.listener~live").shows("The chain in the order of commands");
        WebElement again = browser().one("#editor textarea[name='interceptors']");
        assertEquals("later?, trace?, *", again.getAttribute("value"));
    }
}
