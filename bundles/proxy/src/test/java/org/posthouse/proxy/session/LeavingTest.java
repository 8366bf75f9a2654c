package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.config.FailureMode;

/** What the stop of a bundle can rely on, on a real loop. */
@Tag("dialogue")
class LeavingTest {

    private static final Interest COMMANDS = Interest.of().anyCommand().build();

    @Test
    void shouldCallNothingMoreWhenUnbindReturnedAndTheLoopWasBlocked() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean gone = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        Meddler blocking = Meddler.at(COMMANDS).onCommand((s, c) -> {
            if (gone.get()) {
                late.incrementAndGet();
            }
            inside.countDown();
            await(release);
            return CommandVerdict.pass();
        });
        try (Loopback proxy = new Loopback()) {
            proxy.tracker().bind(blocking, blocking.properties(1, FailureMode.OPEN));
            try (Socket client = proxy.connect();
                    Socket server = proxy.accept()) {
                BufferedReader fromClient = greet(client, server);
                say(client, "a1 NOOP\r\na2 NOOP\r\n");
                await(inside);
                proxy.tracker().unbind(blocking, blocking.properties(1, FailureMode.OPEN));
                gone.set(true);
                release.countDown();
                assertEquals("a1 NOOP", fromClient.readLine());
                assertEquals("a2 NOOP", fromClient.readLine());
                assertEquals(0, late.get(), "calls after unbind had returned");
            }
        }
    }

    @Test
    void shouldWaitForTheVerdictWhenItIsDeferredAndComesInTime() throws Exception {
        CompletableFuture<CommandVerdict.Decided> verdict = new CompletableFuture<>();
        CountDownLatch inside = new CountDownLatch(1);
        Meddler deferring = Meddler.at(COMMANDS).onCommand((s, c) -> {
            inside.countDown();
            return CommandVerdict.defer(verdict);
        });
        try (Loopback proxy = new Loopback()) {
            proxy.tracker().bind(deferring, deferring.properties(1, FailureMode.CLOSED));
            try (Socket client = proxy.connect();
                    Socket server = proxy.accept()) {
                greet(client, server);
                say(client, "a1 NOOP\r\n");
                await(inside);
                CompletableFuture<Void> unbound = CompletableFuture.runAsync(
                        () -> proxy.tracker().unbind(deferring, deferring.properties(1, FailureMode.CLOSED)));
                verdict.complete(CommandVerdict.no("in time"));
                unbound.join();
                assertEquals("a1 NO posthouse: in time", reader(client).readLine());
                assertEquals(
                        "detach LEFT_CHAIN",
                        deferring.calls().get(deferring.calls().size() - 1));
            }
        }
    }

    /** The announcement went up without its plus sign, since somebody looked; the grant is not the client's. */
    @Test
    void shouldKeepTheGrantFromTheClientWhenTheLastOfTheChainHasLeftMeanwhile() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Meddler deferring = Meddler.at(COMMANDS).onCommand((s, c) -> {
            inside.countDown();
            return CommandVerdict.defer(new CompletableFuture<>());
        });
        try (Loopback proxy = new Loopback()) {
            proxy.tracker().bind(deferring, deferring.properties(1, FailureMode.OPEN));
            try (Socket client = proxy.connect();
                    Socket server = proxy.accept()) {
                BufferedReader fromClient = greet(client, server);
                say(client, "a1 APPEND x {5+}\r\nhello\r\n");
                await(inside);
                proxy.tracker().unbind(deferring, deferring.properties(1, FailureMode.OPEN));
                assertEquals("a1 APPEND x {5}", fromClient.readLine());
                say(server, "+ go on\r\n");
                assertEquals("hello", fromClient.readLine());
                say(server, "a1 OK done\r\n");
                assertEquals("a1 OK done", reader(client).readLine());
            }
        }
    }

    private static BufferedReader greet(Socket client, Socket server) throws IOException {
        say(server, "* PREAUTH ready\r\n");
        assertEquals("* PREAUTH ready", reader(client).readLine());
        return reader(server);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }
}
