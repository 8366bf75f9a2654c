package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A peer goes away while the other one keeps the session waiting, on real sockets. A FIN stands behind the data: while
 * the kernel has no room for that, nobody can know of it but by writing.
 */
@Tag("dialogue")
class DepartureTest {

    private static final long MOST = TimeUnit.SECONDS.toNanos(20);
    private static final int HELD_MOST = 256 * 1024;
    private static final String STILL = "* OK still here\r\n";

    private final ExecutorService peers = Executors.newCachedThreadPool();

    @AfterEach
    void endPeers() {
        peers.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 30_000})
    void shouldEndAtOnceWhenTheKernelHasRoomForAllThatTheClientLeft(int octets) throws Exception {
        try (Loopback proxy = new Loopback();
                Socket client = proxy.connect();
                Socket server = proxy.accept()) {
            waiting(client, server);
            say(client, "n NOOP\r\n".repeat(octets / 8));
            client.close();
            await(() -> proxy.sessions().count() == 0, () -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 2_000_000})
    void shouldEndWhenTheServerSaysSomethingAndTheClientLeftMoreThanFits(int octets, TestReporter report)
            throws Exception {
        try (Loopback proxy = new Loopback();
                Socket client = proxy.connect();
                Socket server = proxy.accept()) {
            waiting(client, server);
            proxy.allocator().forgetPeak();
            Future<?> writing = peers.submit(() -> sayAll(client, "n NOOP\r\n".repeat(octets / 8)));
            await(() -> writing.isDone() || proxy.allocator().used() > 0, () -> {});
            client.close();
            await(() -> proxy.sessions().count() == 0, () -> sayAll(server, STILL));
            report.publishEntry("held at most", Long.toString(proxy.allocator().peak()));
            assertTrue(
                    proxy.allocator().peak() < HELD_MOST,
                    "held " + proxy.allocator().peak());
        }
    }

    @Test
    void shouldGiveTheClientAllThatTheServerSentWhenItClosedLongAgo() throws Exception {
        int octets = 1_500_000;
        try (Loopback proxy = new Loopback("timeout.drain", "1s");
                Socket client = proxy.connect();
                Socket server = proxy.accept()) {
            greet(client, server);
            String bulk = "* OK " + "x".repeat(octets) + "\r\n* BYE bye\r\n";
            Future<?> writing = peers.submit(() -> {
                sayAll(server, bulk);
                server.close();
                return 0;
            });
            long paused = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            byte[] got = new byte[bulk.length()];
            int at = 0;
            while (at < got.length) {
                int count = client.getInputStream().read(got, at, Math.min(16 * 1024, got.length - at));
                assertTrue(count > 0, "cut after " + at);
                at += count;
                if (System.nanoTime() < paused) {
                    // As slow as a bad line: the server has closed long before the end.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            }
            assertEquals(bulk, new String(got, US_ASCII));
            writing.get();
            await(() -> proxy.sessions().count() == 0, () -> {});
        }
    }

    /** A command that the server does not answer, and does not say what comes next. */
    private static void waiting(Socket client, Socket server) throws IOException {
        greet(client, server);
        say(client, "a1 XWAIT\r\n");
        assertEquals("a1 XWAIT", line(server));
    }

    private static void greet(Socket client, Socket server) throws IOException {
        say(server, "* PREAUTH ready\r\n");
        assertEquals("* PREAUTH ready", line(client));
    }

    private static void await(BooleanSupplier condition, Runnable meanwhile) {
        long until = System.nanoTime() + MOST;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "nothing happened");
            meanwhile.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** As much of it as the other side takes before it, or this one, is gone. */
    private static void sayAll(Socket socket, String text) {
        try {
            say(socket, text);
        } catch (IOException gone) {
            // What was to be shown.
        }
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = socket.getInputStream().read();
                octet >= 0 && octet != '\n';
                octet = socket.getInputStream().read()) {
            line.append((char) octet);
        }
        return line.toString().trim();
    }
}
