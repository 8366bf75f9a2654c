package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.proxy.tls.TlsLibrary;

/** Back-pressure with real sockets: what streams through is not held, and neither direction waits for the other. */
@Tag("dialogue")
class StreamingTest {

    private static final boolean LONG = Boolean.getBoolean("posthouse.long");
    private static final int MEGA = 1_000_000;
    private static final int LITERAL = LONG ? 50 * MEGA : 16 * MEGA;
    private static final int PER_SECOND = LONG ? MEGA : 8 * MEGA;
    private static final int HELD_MOST = 256 * 1024;
    private static final int LINE = 10 * MEGA;
    private static final int MINUTES = 4;

    private final ExecutorService peers = Executors.newCachedThreadPool();

    /** The client leg's, then the upstream leg's. */
    static Stream<Arguments> libraries() {
        return Stream.of(TlsLibrary.choose(), TlsLibrary.JDK).distinct().flatMap(client -> Stream.of(
                        TlsLibrary.choose(), TlsLibrary.JDK)
                .distinct()
                .map(upstream -> Arguments.of(client, upstream)));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void shouldHoldLittleWhenLiteralsStreamBothWaysThroughSlowReaders(
            TlsLibrary clientLeg, TlsLibrary upstreamLeg, TestReporter report) throws Exception {
        literalsBothWays(Loopback.secured(clientLeg, upstreamLeg), report);
    }

    @ParameterizedTest
    @CsvSource({"off, off", "off, implicit", "implicit, off"})
    void shouldHoldLittleWhenALegIsPlain(String clientLeg, String upstreamLeg, TestReporter report) throws Exception {
        literalsBothWays(Loopback.legs(clientLeg, upstreamLeg), report);
    }

    private void literalsBothWays(Loopback made, TestReporter report) throws Exception {
        try (Loopback proxy = made;
                Socket client = proxy.connect()) {
            Future<Socket> accepting = peers.submit(proxy::accept);
            // The proxy dials when the client's handshake is done, which begins with the first read.
            Future<String> greeting = peers.submit(() -> line(client.getInputStream()));
            try (Socket server = accepting.get(MINUTES, TimeUnit.MINUTES)) {
                say(server, "* PREAUTH ready\r\n");
                assertEquals("* PREAUTH ready", greeting.get(MINUTES, TimeUnit.MINUTES));
                proxy.allocator().forgetPeak();
                String fetched = "* 1 FETCH (BODY[] {" + LITERAL + "}\r\n";
                String append = "a1 APPEND x {" + LITERAL + "+}\r\n";
                streamBothWays(client, server, append, fetched, PER_SECOND);
                report.publishEntry(
                        "held at most", Long.toString(proxy.allocator().peak()));
                assertTrue(
                        proxy.allocator().peak() < HELD_MOST,
                        "held at most " + proxy.allocator().peak());
            }
        } finally {
            peers.shutdownNow();
        }
    }

    @Test
    void shouldNotDeadlockWhenLinesOfTenMegabytesGoBothWaysAtOnce(TestReporter report) throws Exception {
        try (Loopback proxy = new Loopback();
                Socket client = proxy.connect();
                Socket server = proxy.accept()) {
            say(server, "* PREAUTH ready\r\n");
            assertEquals("* PREAUTH ready", line(client.getInputStream()));
            proxy.allocator().forgetPeak();
            streamBothWays(client, server, "a1 SEARCH TEXT ", "* SEARCH ", Integer.MAX_VALUE);
            report.publishEntry("held at most", Long.toString(proxy.allocator().peak()));
            assertTrue(
                    proxy.allocator().peak() < HELD_MOST,
                    "held at most " + proxy.allocator().peak());
        } finally {
            peers.shutdownNow();
        }
    }

    private void streamBothWays(Socket client, Socket server, String up, String down, int perSecond) throws Exception {
        int octets = perSecond == Integer.MAX_VALUE ? LINE : LITERAL;
        Future<Void> clientWrites = peers.submit(() -> write(client.getOutputStream(), up, octets));
        Future<Void> serverWrites = peers.submit(() -> write(server.getOutputStream(), down, octets));
        Future<Void> clientReads = peers.submit(() -> read(client.getInputStream(), down, octets, perSecond));
        Future<Void> serverReads = peers.submit(() -> read(server.getInputStream(), up, octets, perSecond));
        for (Future<Void> each : List.of(clientWrites, serverWrites, clientReads, serverReads)) {
            each.get(MINUTES, TimeUnit.MINUTES);
        }
    }

    private static Void write(OutputStream out, String head, int octets) throws IOException {
        out.write(head.getBytes(US_ASCII));
        byte[] chunk = new byte[16 * 1024];
        for (int at = 0; at < octets; at += chunk.length) {
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = octet(at + i);
            }
            out.write(chunk, 0, Math.min(chunk.length, octets - at));
        }
        out.write(")\r\n".getBytes(US_ASCII));
        out.flush();
        return null;
    }

    /** Reads no faster than told, and compares every octet. */
    private static Void read(InputStream in, String head, int octets, int perSecond) throws IOException {
        assertEquals(head, new String(in.readNBytes(head.length()), US_ASCII));
        long began = System.nanoTime();
        byte[] chunk = new byte[8 * 1024];
        int at = 0;
        while (at < octets) {
            long due = began + (long) at * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int count = in.read(chunk, 0, Math.min(chunk.length, octets - at));
            for (int i = 0; i < count; i++) {
                if (chunk[i] != octet(at + i)) {
                    throw new AssertionError("octet " + (at + i) + " differs");
                }
            }
            at += count;
        }
        assertEquals(")\r\n", new String(in.readNBytes(3), US_ASCII));
        return null;
    }

    private static byte octet(int at) {
        return (byte) ('a' + (at / 3 + at) % 26);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().trim();
    }
}
