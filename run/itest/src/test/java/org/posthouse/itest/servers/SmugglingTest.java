package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.DovecotServer.Account;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.Wire;

/**
 * Nothing is executed that the chain did not see: each attempt of {@code smuggling.txt} against the real server, directly (does
 * it work there at all?) and through the proxy, in one packet and octet by octet.
 */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmugglingTest {
    /** How long an answer may be missing until the attempt counts as unanswered; only attempts that hang wait so long. */
    private static final int SILENCE_MILLIS = 700;

    private final DovecotServer dovecot;
    private final Listener listener;
    private final Posthouse posthouse;
    private final AtomicInteger users = new AtomicInteger(10);

    SmugglingTest(DovecotServer dovecot, Pki pki) {
        this.dovecot = dovecot;
        this.listener = Listener.of("smuggling", Leg.STARTTLS, Leg.OFF, dovecot.port(Leg.OFF));
        this.posthouse = Posthouse.prepare(pki);
        posthouse.plug(Distribution.trace());
        posthouse.write(listener);
        posthouse.start().open(listener);
    }

    @AfterAll
    void stop() {
        posthouse.close();
    }

    static Stream<Attempt> attempts() {
        return Attempt.all();
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldDoAsTheTableSaysWhenSentToTheServerItself(Attempt attempt) throws IOException {
        Account account = account(attempt, "sd");
        send(attempt, account, dovecot.port(Leg.OFF), false);
        assertEquals(attempt.creates(), dovecot.has(account, "x"), () -> "control: " + attempt);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldExecuteNothingUnseenWhenSentAtOnce(Attempt attempt) throws IOException {
        judge(attempt, account(attempt, "sp"), false);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldExecuteNothingUnseenWhenSentOctetByOctet(Attempt attempt) throws IOException {
        judge(attempt, account(attempt, "so"), true);
    }

    private void judge(Attempt attempt, Account account, boolean octets) throws IOException {
        int before = posthouse.log().length();
        String answer = send(attempt, account, listener.port(), octets);
        if (dovecot.has(account, "x")) {
            assertTrue(attempt.maySee(), () -> "executed: " + attempt + "\nclient got: " + answer);
            Await.until(
                    "the chain to have seen the CREATE",
                    Await.PATIENCE,
                    () -> posthouse.log().substring(before).contains("CREATE x"),
                    () -> answer);
        }
        assertNotEquals("<silence>", answer, () -> "no answer at all: " + attempt);
    }

    private Account account(Attempt attempt, String way) {
        return dovecot.account(attempt.user(way, users.incrementAndGet()));
    }

    /** Plays the attempt, then waits until the server has nothing more of this user; returns what the client got. */
    private String send(Attempt attempt, Account account, int port, boolean octets) throws IOException {
        String answer;
        try (Wire wire = Wire.plain(port)) {
            wire.line();
            wire.patience(SILENCE_MILLIS);
            if (attempt.loggedIn()) {
                wire.send("L LOGIN " + account.user() + " " + account.password() + "\r\n");
                assertTrue(until(wire, "L ").contains("L OK"));
            }
            answer = play(attempt.packets(account), wire, octets);
        }
        Await.until("no session of " + account.user() + " left", () -> !dovecot.serves(account));
        return answer;
    }

    private String play(List<String> packets, Wire wire, boolean octets) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (String packet : packets) {
                for (String piece : octets ? packet.split("") : new String[] {packet}) {
                    wire.send(piece);
                }
                answer.append(packet.equals(packets.get(packets.size() - 1)) ? "" : wire.line() + "\n");
            }
            wire.send("zz NOOP\r\n");
        } catch (SocketException | EOFException closed) {
            answer.append("<closed>\n");
        }
        return answer.append(until(wire, "zz ")).toString();
    }

    /** What comes until a line that begins so, the close, or silence. */
    private static String until(Wire wire, String prefix) {
        StringBuilder got = new StringBuilder();
        try {
            String line;
            do {
                line = wire.line();
                got.append(line).append('\n');
            } while (!line.startsWith(prefix));
        } catch (SocketTimeoutException silence) {
            got.append("<silence>");
        } catch (IOException closed) {
            got.append("<closed>");
        }
        return got.toString();
    }
}
