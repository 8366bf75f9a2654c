package org.posthouse.itest.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.Posthouse;

/** The distribution with its console switched on. */
final class ConsoleRun implements AutoCloseable {

    /** A console that doesn't answer fails a test, and is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Posthouse posthouse;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ConsoleRun(Posthouse posthouse, int port) {
        this.posthouse = posthouse;
        this.port = port;
    }

    /** Starts it with these jars in its plugin folder and waits for the listeners and the console. */
    static ConsoleRun start(Pki pki, List<Path> plugins, Listener... listeners) {
        return on(Ports.free(), pki, plugins, listeners).answering();
    }

    /** As {@link #start}, but the console may not come. */
    static ConsoleRun on(int port, Pki pki, List<Path> plugins, Listener... listeners) {
        Posthouse posthouse = Posthouse.prepare(pki);
        try {
            Files.writeString(posthouse.file("conf/posthouse.cfg"), "console = on\nconsole.port = " + port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plugins.forEach(posthouse::plug);
        List.of(listeners).forEach(posthouse::write);
        return new ConsoleRun(posthouse.start().open(listeners), port);
    }

    private ConsoleRun answering() {
        Await.until(
                "the console",
                Await.PATIENCE,
                () -> get("posthouse.json", basic()).statusCode() == 200,
                posthouse::log);
        return this;
    }

    Posthouse posthouse() {
        return posthouse;
    }

    int port() {
        return port;
    }

    Path passwordFile() {
        return posthouse.file("data/console.password");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    String url(String page) {
        return origin() + "/system/console/" + page;
    }

    /** The header that logs in. */
    String[] basic() {
        return basic("admin:" + password());
    }

    static String[] basic(String credentials) {
        String text = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new String[] {"Authorization", "Basic " + text};
    }

    HttpResponse<String> get(String page, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url(page))), headers);
    }

    HttpResponse<String> post(String page, String form, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(url(page)))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                headers);
    }

    /** As {@link #post}, as browsers send files. */
    HttpResponse<String> upload(String page, Map<String, String> form, String... headers) {
        StringBuilder parts = new StringBuilder();
        form.forEach((name, value) -> parts.append("--part\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return send(
                HttpRequest.newBuilder(URI.create(url(page)))
                        .POST(HttpRequest.BodyPublishers.ofString(parts + "--part--\r\n"))
                        .header("Content-Type", "multipart/form-data; boundary=part"),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return http.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        posthouse.close();
    }
}
