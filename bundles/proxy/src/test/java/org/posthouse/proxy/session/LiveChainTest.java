package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** An interceptor that comes and goes under a session on a real loop. */
@Tag("dialogue")
class LiveChainTest {

    private static final int ROUNDS = 50;
    private static final int COMMANDS = 20;

    @Test
    void shouldGetNoCallWhenUnbindHasReturned() throws Exception {
        try (Loopback proxy = new Loopback();
                Socket client = proxy.connect();
                Socket server = proxy.accept()) {
            say(server, "* PREAUTH ready\r\n");
            BufferedReader fromServer = reader(client);
            assertEquals("* PREAUTH ready", fromServer.readLine());
            BufferedReader fromClient = reader(server);
            for (int round = 0; round < ROUNDS; round++) {
                Watched watched = new Watched();
                Map<String, Object> properties = Map.of(
                        InterceptorFactory.ID,
                        "watched",
                        InterceptorFactory.ROLE,
                        InterceptorFactory.OBSERVE,
                        "service.id",
                        (long) round);
                proxy.tracker().bind(watched, properties);
                for (int i = 0; i < COMMANDS; i++) {
                    say(client, "a NOOP\r\n");
                    assertEquals("a NOOP", fromClient.readLine());
                    say(server, "a OK done\r\n");
                }
                proxy.tracker().unbind(watched, properties);
                watched.gone.set(true);
                for (int i = 0; i < COMMANDS; i++) {
                    assertEquals("a OK done", fromServer.readLine());
                }
                assertEquals(0, watched.late.get(), "calls after unbind had returned");
                assertEquals(watched.attached.get(), watched.detached.get());
                assertTrue(watched.attached.get() > 0);
            }
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    /** Counts calls that come too late. */
    private static final class Watched implements InterceptorFactory {

        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicInteger late = new AtomicInteger();
        private final AtomicInteger attached = new AtomicInteger();
        private final AtomicInteger detached = new AtomicInteger();

        @Override
        public Interest interest(SessionInfo info) {
            return Interest.everything();
        }

        @Override
        public Interceptor attach(Session session) {
            attached.incrementAndGet();
            return new Interceptor() {
                @Override
                public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                    called();
                    return CommandVerdict.pass();
                }

                @Override
                public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                    called();
                    return ResponseVerdict.pass();
                }

                @Override
                public void onDetach(DetachReason why) {
                    called();
                    detached.incrementAndGet();
                }
            };
        }

        private void called() {
            if (gone.get()) {
                late.incrementAndGet();
            }
        }
    }
}
