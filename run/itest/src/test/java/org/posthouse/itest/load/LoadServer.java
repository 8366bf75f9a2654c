package org.posthouse.itest.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Wire;

/**
 * The server's half: answers in its own pace, in pieces, and notes each command that isn't the next one of its connection
 * (tags count up from {@code t1}) or that nobody may send.
 */
public final class LoadServer implements ScriptedServer.Script {

    static final int PUSHES = 40;
    private static final int PIECES = 16;
    private static final Pattern FETCH = Pattern.compile("FETCH 1 BODY\\[] seed (\\d+) size (\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)(\\+?)}$");

    private final Faults faults;

    /** Notes to these. */
    public LoadServer(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void play(Wire client) throws IOException {
        client.send("* OK [CAPABILITY IMAP4rev1 IDLE LITERAL+ AUTH=PLAIN AUTH=LOGIN SASL-IR] load\r\n");
        for (int number = 1; ; number++) {
            String line = client.line();
            String tag = "t" + number;
            if (!line.startsWith(tag + " ")) {
                faults.add("server: expected " + tag + " but got <" + line + ">");
                return;
            }
            String command = line.substring(tag.length() + 1);
            if (command.startsWith("DELETE")) {
                faults.add("server: a forbidden command came through: " + line);
            }
            answer(client, tag, command);
            if (command.equals("LOGOUT")) {
                return;
            }
        }
    }

    private void answer(Wire client, String tag, String command) throws IOException {
        switch (command.split(" ")[0]) {
            case "IDLE" -> idle(client);
            case "AUTHENTICATE" -> authenticate(client, command);
            case "APPEND" -> {
                append(client, tag, command);
                return;
            }
            case "UID" -> fetch(client, command);
            case "SELECT" -> client.send("* 1 EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n");
            case "LOGOUT" -> client.send("* BYE done\r\n");
            default -> {}
        }
        client.send(tag + " OK done\r\n");
    }

    private void idle(Wire client) throws IOException {
        client.send("+ idling\r\n");
        for (int i = 1; i <= PUSHES; i++) {
            pause(40);
            client.send("* " + i + " EXISTS\r\n");
        }
        faults.check("server: end of IDLE", "DONE", client.line());
    }

    private void authenticate(Wire client, String command) throws IOException {
        faults.check("server: mechanism", "AUTHENTICATE LOGIN", command);
        client.send("+ VXNlcm5hbWU6\r\n");
        faults.check("server: user", "ZnJlZA==", client.line());
        client.send("+ UGFzc3dvcmQ6\r\n");
        faults.check("server: password", "c2VjcmV0", client.line());
    }

    private void append(Wire client, String tag, String command) throws IOException {
        Matcher literal = LITERAL.matcher(command);
        if (!literal.find()) {
            faults.add("server: APPEND without a literal: " + command);
            return;
        }
        if (literal.group(2).isEmpty()) {
            client.send("+ go on\r\n");
        }
        byte[] octets = client.octets(Integer.parseInt(literal.group(1)));
        faults.check("server: behind the literal", "", client.line());
        client.send(tag + " OK [APPENDUID 1 " + Content.checksum(octets) + "] done\r\n");
    }

    private void fetch(Wire client, String command) throws IOException {
        Matcher wanted = FETCH.matcher(command);
        if (!wanted.find()) {
            faults.add("server: not the FETCH that was sent: " + command);
            return;
        }
        byte[] octets = new Content(Integer.parseInt(wanted.group(1)), Integer.parseInt(wanted.group(2))).octets();
        client.send("* 1 FETCH (UID 1 BODY[] {" + octets.length + "}\r\n");
        inPieces(client, octets);
        client.send(")\r\n");
    }

    static void inPieces(Wire to, byte[] octets) throws IOException {
        int piece = octets.length / PIECES + 1;
        for (int at = 0; at < octets.length; at += piece) {
            to.send(Arrays.copyOfRange(octets, at, Math.min(octets.length, at + piece)));
            pause(5);
        }
    }

    static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
