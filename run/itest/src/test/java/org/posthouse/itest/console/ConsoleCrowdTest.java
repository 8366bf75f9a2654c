package org.posthouse.itest.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.ScriptedServer;

/** 5,000 sessions, some of people who try to break the page: an administration that isn't a proxy's, real pages. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools({"openssl", "chromium", "chromedriver"})
class ConsoleCrowdTest {
    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static final List<Browser> BROWSER = new ArrayList<>();

    @BeforeAll
    static void start(Pki pki, @TempDir Path dir) throws IOException {
        ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient());
        Listener listener = Listener.plain("live", server.port());
        ConsoleRun console = ConsoleRun.start(pki, List.of(CrowdJar.in(dir)), listener);
        Await.until(
                "the crowd",
                Await.PATIENCE,
                () -> console.get("posthouse-sessions.json", console.basic())
                        .body()
                        .contains("\"total\":5000"),
                console.posthouse()::log);
        BROWSER.add(Browser.in(console));
        RUNNING.addAll(List.of(BROWSER.get(0), console, server));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : RUNNING) {
            each.close();
        }
    }

    @AfterEach
    void shouldHaveNothingToComplainOfAndNotBeBroken() {
        assertEquals(List.of(), browser().complaints());
        assertNull(browser().script("return window.broken ?? null"));
    }

    private static Browser browser() {
        return BROWSER.get(0);
    }

    private static List<String> ids() {
        return browser().all("tbody button.link").stream().map(e -> e.getText()).toList();
    }

    @Test
    void shouldFindOneAmongThousandsWhileTheyGoOn() {
        browser().open("posthouse-sessions").shows("1–50 of 5,000");
        browser().one("input[type=search]").sendKeys("user4242");
        browser().shows("1–1 of 1, 5,000 open");
        assertEquals(List.of("tls-4242"), ids());

        browser().one("input[type=search]").sendKeys(Keys.chord(Keys.CONTROL, "a"), "nobody at all");
        browser().shows("none, 5,000 open");
    }

    @Test
    void shouldSortAndPageThroughAllOfThem() {
        browser().open("posthouse-sessions?limit=500").shows("1–500 of 5,000");
        assertEquals(500, browser().all("tbody tr").size());
        browser().press("thead button", "Session");
        Await.until("sorted", () -> ids().get(0).equals("starttls-5"));
        browser().press("thead button", "Session");
        Await.until("the other way", () -> ids().get(0).equals("tls-4999"));
        assertEquals("descending", browser().one("th[data-sort=id]").getAttribute("aria-sort"));
        for (int page = 2; page <= 10; page++) {
            browser().press("button", "Next page");
            browser().shows((page * 500 - 499 + "–").replaceFirst("^(\\d)(\\d{3})", "$1,$2"));
        }
        assertEquals("starttls-5", ids().get(499));
        assertTrue(browser().named("button", "Next page").getAttribute("disabled") != null);
    }

    @Test
    void shouldKeepTheFocusWhileTheFiguresChange() {
        browser().open("posthouse-sessions?q=user4242").shows("1–1 of 1");
        browser().script("document.querySelector('tbody button.link').focus()");
        String age = browser().one("tbody tr td:nth-child(7)").getText();
        Await.until(
                "the next figures",
                () -> !browser().one("tbody tr td:nth-child(7)").getText().equals(age));
        assertEquals("tls-4242", browser().script("return document.activeElement.textContent"));
    }

    @Test
    void shouldShowStrangersTextAsText() {
        browser().open("posthouse-sessions?q=%3Cimg").shows("of 5, 5,000 open");
        browser().shows("<script>window.broken=1</script>");
        browser().one("tbody button.link").click();
        browser().shows("Kick all of this user");
        Await.until(
                "the dialog", () -> browser().one("dialog[open] dl").getText().contains("\"><b><img src=x onerror="));
        browser().press("dialog[open] button", "Kick all of this user");
        browser().shows("all sessions of <img src=x");
        browser().press("dialog.asking[open] button", "Cancel");
        assertEquals(
                0,
                browser().all("#posthouse img, #posthouse script, #posthouse b").size());

        browser().open("posthouse").shows("it exports <img src=x");
        assertEquals(0, browser().all("#posthouse img").size());
    }

    @Test
    void shouldBeUsableByKeysAlone() {
        browser().open("posthouse-sessions?q=user0012").shows("1–1 of 1");
        browser().one("input[type=search]").sendKeys(Keys.TAB, Keys.TAB);
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 20 && !reached.contains("tls-12"); i++) {
            reached.add(String.valueOf(browser().script("return document.activeElement.textContent")));
            browser().keys(Keys.TAB);
        }
        assertTrue(reached.contains("tls-12"), reached.toString());
        browser().keys(Keys.chord(Keys.SHIFT, Keys.TAB));
        browser().keys(Keys.ENTER);
        browser().shows("Kick this session");
        browser().keys(Keys.ESCAPE);
        browser().hides("Kick this session");
    }

    /** Nothing sticks out at the side, whatever the size; the pictures are for people. */
    @ParameterizedTest
    @CsvSource({"1280, 900, light", "1280, 900, dark", "390, 844, light", "390, 844, dark"})
    void shouldFitTheScreen(int width, int height, String colours) {
        try {
            browser().sized(width, height).colours(colours);
            for (String page : List.of("posthouse", "posthouse-sessions", "posthouse-chain")) {
                browser().open(page).shows(page.endsWith("sessions") ? "of 5,000" : "tls");
                Await.until("live", () -> browser().text().contains("live"));
                browser().picture(page + "-" + width + "-" + colours);
                long over = (Long)
                        browser()
                                .script(
                                        "return document.getElementById('posthouse').getBoundingClientRect().right - window.innerWidth | 0");
                assertTrue(over <= 0, page + " is " + over + " pixels too wide");
            }
            browser().open("posthouse-sessions?q=user0016").shows("1–1 of 1");
            browser().one("tbody button.link").click();
            browser().shows("audit-line → auth-allow-list");
            browser().picture("posthouse-session-" + width + "-" + colours);
        } finally {
            browser().sized(1280, 900).colours("light");
        }
    }
}
