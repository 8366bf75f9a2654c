package org.posthouse.itest.load;

import java.io.IOException;
import java.util.Random;
import org.posthouse.itest.fixture.Wire;

/** The client's half of one session; what it expects is known to the octet. One thread. */
final class LoadSession implements Runnable {

    private final int port;
    private final Role role;
    private final Random random;
    private final Load load;
    private final String from;
    private Wire wire;
    private int sent;

    LoadSession(int port, Role role, int number, Load load) throws IOException {
        this.port = port;
        this.role = role;
        this.random = new Random(number);
        this.load = load;
        this.from = "127.0.0." + (1 + number % 3);
        this.wire = Wire.plain(port, from);
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void run() {
        try {
            logIn();
            load.ready().countDown();
            while (!load.over()) {
                role.turn(this, random);
                load.turns().incrementAndGet();
            }
            if (role != Role.TRESPASSES) {
                logOut();
            }
        } catch (IOException | RuntimeException broken) {
            load.faults().add(role + " after t" + sent + ": " + broken);
        } finally {
            load.ready().countDown();
            wire.close();
        }
    }

    /** Sends the next command; returns its tag. */
    String send(String command) throws IOException {
        String tag = "t" + reserve(1);
        wire.send(tag + " " + command + "\r\n");
        return tag;
    }

    /** The number of the first of so many commands. */
    int reserve(int many) {
        sent += many;
        return sent - many + 1;
    }

    void expect(String line) throws IOException {
        check(line, wire.line());
    }

    void check(Object expected, Object actual) throws IOException {
        if (!expected.equals(actual)) {
            throw new IOException("expected <" + expected + "> but got <" + actual + ">");
        }
    }

    /** Ends the connection and logs in on another one. */
    void again() throws IOException {
        logOut();
        wire = Wire.plain(port, from);
        logIn();
    }

    /** The proxy has ended the session, or refuses new ones: tries once more. */
    void reborn() throws IOException {
        wire.close();
        wire = Wire.plain(port, from);
        try {
            logIn();
        } catch (IOException refused) {
            wire.close();
            LoadServer.pause(20);
        }
    }

    private void logIn() throws IOException {
        sent = 0;
        check(true, wire.line().startsWith("* OK "));
        if (role == Role.LOGS_IN) {
            String tag = send("AUTHENTICATE LOGIN");
            expect("+ VXNlcm5hbWU6");
            LoadServer.pause(100);
            wire.send("ZnJlZA==\r\n");
            expect("+ UGFzc3dvcmQ6");
            LoadServer.pause(100);
            wire.send("c2VjcmV0\r\n");
            expect(tag + " OK done");
        } else {
            expect(send("LOGIN fred secret") + " OK done");
        }
        String tag = send("SELECT INBOX");
        expect("* 1 EXISTS");
        expect("* OK [UIDVALIDITY 1] valid");
        expect(tag + " OK done");
    }

    private void logOut() throws IOException {
        String tag = send("LOGOUT");
        expect("* BYE done");
        expect(tag + " OK done");
        wire.close();
    }
}
