package org.posthouse.itest.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Ports;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.ScriptedServer;

/** Metrics and health of a running distribution. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class MetricsTest {

    private static final int CLIENTS = 4;
    private static final String LABEL = "[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern LINE =
            Pattern.compile("# (?:TYPE|HELP|UNIT) posthouse_[a-z_]+ .+|(posthouse_[a-z_]+(?:\\{" + LABEL + "(?:,"
                    + LABEL + ")*})?) ([0-9.eE-]+)");

    private final ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient());
    private final Listener listener = Listener.plain("main", server.port());
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Posthouse posthouse;

    MetricsTest(Pki pki) {
        posthouse = Posthouse.prepare(pki);
        posthouse.configure("org.posthouse.metrics.cfg", "listen = 127.0.0.1:" + port + "\n");
    }

    @AfterEach
    void stop() {
        posthouse.close();
        server.close();
    }

    @Test
    void shouldAnswerWhenMoreConnectAndSayNothingThanItHasThreads() throws Exception {
        posthouse.write(listener);
        posthouse.start().open(listener);
        Await.until("the endpoint", () -> get("/health/ready").statusCode() == 200);
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                silent.add(socket);
                socket.getOutputStream().write('G');
            }
            Await.until("an answer behind them", () -> get("/health/ready").statusCode() == 200);
            assertTrue(silent.stream().noneMatch(Socket::isClosed), "they stay on their side");
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }

    @Test
    void shouldBeReadStrictlyAndNeverGoBackWhenScrapedUnderLoad() throws Exception {
        posthouse.write(listener);
        posthouse.start().open(listener);
        Await.until("the endpoint", () -> get("/metrics").statusCode() == 200);
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Long>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(CompletableFuture.supplyAsync(() -> commands(over), task -> new Thread(task).start()));
        }
        Map<String, Double> before = samples();
        for (int scrape = 0; scrape < 50; scrape++) {
            Map<String, Double> now = samples();
            before.forEach((series, value) -> assertTrue(
                    !series.contains("_total") || now.getOrDefault(series, -1.0) >= value,
                    () -> series + " went back from " + value));
            before = now;
        }
        over.set(true);
        double sent = clients.stream().mapToLong(CompletableFuture::join).sum();
        Await.until("all commands are counted", () -> sample("posthouse_commands_total{listener=\"main\"}") == sent);
        assertEquals(CLIENTS, sample("posthouse_logins_total{listener=\"main\",result=\"accepted\"}"));
        assertTrue(sample("posthouse_received_bytes_total{listener=\"main\"}") > sent);
    }

    @Test
    void shouldTurnNotReadyAndBackWhenARequiredInterceptorGoesAndComes() throws Exception {
        Path trace = Distribution.trace();
        posthouse.plug(trace);
        posthouse.write(listener.with("interceptors", "trace"));
        posthouse.start().open(listener);
        Await.until("ready", () -> get("/health/ready").statusCode() == 200);

        posthouse.unplug(trace);
        Await.until("not ready", () -> get("/health/ready").statusCode() == 503);
        assertTrue(get("/health/ready").body().contains("main/trace"), get("/health/ready")::body);
        assertEquals(200, get("/health/live").statusCode());
        assertEquals(0, sample("posthouse_ready"));

        posthouse.plug(trace);
        Await.until("ready again", () -> get("/health/ready").statusCode() == 200);
        assertEquals(1, sample("posthouse_ready"));
    }

    @Test
    void shouldSayThatThePortIsTakenAndServeAllTheSame() throws Exception {
        try (ServerSocket taken = new ServerSocket(port)) {
            posthouse.write(listener);
            posthouse.start().open(listener);

            posthouse.logged("metrics state=taken listen=127.0.0.1:" + taken.getLocalPort());
            try (ImapClient client = ImapClient.plain(listener.port())) {
                client.command("NOOP").orFail();
            }
        }
    }

    private long commands(AtomicBoolean over) {
        try (ImapClient client = ImapClient.plain(listener.port())) {
            client.command("LOGIN alice secret").orFail();
            long sent = 1;
            while (!over.get()) {
                client.command("NOOP").orFail();
                sent++;
            }
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double sample(String series) throws Exception {
        return Optional.ofNullable(samples().get(series)).orElseThrow();
    }

    private Map<String, Double> samples() throws Exception {
        String text = get("/metrics").body();
        assertTrue(text.endsWith("\n# EOF\n"), text);
        Map<String, Double> samples = new HashMap<>();
        for (String line : text.substring(0, text.length() - "# EOF\n".length()).split("\n")) {
            Matcher matcher = LINE.matcher(line);
            assertTrue(matcher.matches(), line);
            if (matcher.group(1) != null) {
                assertEquals(null, samples.put(matcher.group(1), Double.valueOf(matcher.group(2))), line);
            }
        }
        return samples;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
