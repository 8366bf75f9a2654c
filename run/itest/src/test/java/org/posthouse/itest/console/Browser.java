package org.posthouse.itest.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.posthouse.itest.fixture.Await;

/** A headless Chromium that has logged in, of Debian's packages {@code chromium} and {@code chromium-driver}. */
final class Browser implements AutoCloseable {
    static final String CHROMIUM = "/usr/bin/chromium";
    static final String DRIVER = "/usr/bin/chromedriver";

    private final ChromeDriver driver;
    private final ConsoleRun console;

    private Browser(ChromeDriver driver, ConsoleRun console) {
        this.driver = driver;
        this.console = console;
    }

    static Browser in(ConsoleRun console) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--lang=en",
                "--window-size=1280,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File(DRIVER))
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), console);
        // Chromium keeps what it was given once, for as long as it runs.
        browser.driver.get(console.url("posthouse").replace("//", "//admin:" + console.password() + "@"));
        return browser;
    }

    /** Goes to a page of the console. */
    Browser open(String page) {
        driver.get(console.url(page));
        return this;
    }

    /** As on a screen of this size. */
    Browser sized(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    Browser colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The element with exactly this text, or this label for those who don't see it. */
    WebElement named(String css, String name) {
        return all(css).stream()
                .filter(e -> e.getText().strip().equals(name) || name.equals(e.getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + css + " named " + name + " in\n" + text()));
    }

    void press(String css, String name) {
        Await.until(name + " to be pressed", () -> {
            named(css, name).click();
            return true;
        });
    }

    /** Presses these where the focus is. */
    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    String text() {
        return one("body").getText();
    }

    /** Waits until the page shows this text. */
    void shows(String text) {
        Await.until("the page to show " + text, Await.PATIENCE, () -> text().contains(text), this::text);
    }

    void hides(String text) {
        Await.until("the page not to show " + text, Await.PATIENCE, () -> !text().contains(text), this::text);
    }

    /** What the page complained of since the last time. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Keeps a picture where the property {@code posthouse.screenshots} names a folder. */
    void picture(String name) {
        String folder = System.getProperty("posthouse.screenshots", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
