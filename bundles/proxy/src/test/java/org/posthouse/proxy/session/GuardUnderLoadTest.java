package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.config.FailureMode;

/** A guard is updated again and again while clients pipeline what it forbids. */
@Tag("dialogue")
class GuardUnderLoadTest {

    private static final int SESSIONS = 12;
    private static final int UPDATES = 60;
    private static final String BATCH = "a DELETE x\r\nb NOOP\r\nc DELETE x\r\nd DELETE x\r\n";
    private static final List<String> ANSWERS =
            List.of("a NO posthouse: forbidden", "b OK done", "c NO posthouse: forbidden", "d NO posthouse: forbidden");

    private final AtomicInteger trespassed = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void shouldLetNothingForbiddenThroughAndLoseNoResultWhenItIsUpdatedUnderLoad() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Loopback proxy = new Loopback("interceptors", "meddler")) {
            AtomicBoolean gone = bind(proxy, 1);
            List<CompletableFuture<Void>> peers = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                Socket client = proxy.connect();
                Socket server = proxy.accept();
                peers.add(CompletableFuture.runAsync(() -> unchecked(() -> serve(server)), threads));
                peers.add(CompletableFuture.runAsync(() -> unchecked(() -> trespass(client)), threads));
            }
            for (int update = 1; update <= UPDATES; update++) {
                int before = batches.get();
                proxy.tracker().unbind(last, last.properties(update, FailureMode.CLOSED));
                gone.set(true);
                gone = bind(proxy, update + 1);
                while (batches.get() == before) {
                    Thread.onSpinWait();
                }
            }
            over.set(true);
            CompletableFuture.allOf(peers.toArray(CompletableFuture[]::new)).join();
        } finally {
            threads.shutdownNow();
        }
        assertEquals(0, trespassed.get(), "forbidden commands that reached the server");
        assertEquals(0, late.get(), "calls after unbind had returned");
        assertTrue(batches.get() >= UPDATES);
    }

    private Meddler last = Meddler.at(Interest.none());

    private AtomicBoolean bind(Loopback proxy, long service) {
        AtomicBoolean gone = new AtomicBoolean();
        last = Meddler.silent(Interest.of().anyCommand().build()).onCommand((s, c) -> {
            late.addAndGet(gone.get() ? 1 : 0);
            return c.name().equals(CommandName.DELETE) ? CommandVerdict.no("forbidden") : CommandVerdict.pass();
        });
        proxy.tracker().bind(last, last.properties(service, FailureMode.CLOSED));
        return gone;
    }

    private void trespass(Socket client) throws IOException {
        try (client) {
            BufferedReader answers = reader(client);
            assertEquals("* PREAUTH ready", answers.readLine());
            while (!over.get()) {
                say(client, BATCH);
                for (String each : ANSWERS) {
                    assertEquals(each, answers.readLine());
                }
                batches.incrementAndGet();
            }
        }
    }

    private void serve(Socket server) throws IOException {
        try (server) {
            say(server, "* PREAUTH ready\r\n");
            BufferedReader commands = reader(server);
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                trespassed.addAndGet(line.contains("DELETE") ? 1 : 0);
                say(server, line.split(" ")[0] + " OK done\r\n");
            }
        }
    }

    private interface Dialogue {
        void run() throws IOException;
    }

    private static void unchecked(Dialogue dialogue) {
        try {
            dialogue.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }
}
