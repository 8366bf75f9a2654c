package org.posthouse.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.posthouse.testkit.stage.Inbox;
import org.posthouse.testkit.stage.Wire;

/**
 * The client or the server of a session under test. Lines are written as in a script behind the sign, see
 * the package. For the test's thread; every call returns when nothing moves any more.
 */
public final class Peer {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);

    private final Wire wire;
    private final String sign;
    private final Dialogue dialogue;
    private final Map<String, String> variables;
    private final Duration patience;
    private boolean endSeen;
    private boolean left;

    Peer(Wire wire, String sign, Dialogue dialogue, Map<String, String> variables, Duration patience) {
        this.patience = patience;
        this.wire = wire;
        this.sign = sign;
        this.dialogue = dialogue;
        this.variables = variables;
    }

    /** Sends a line; its CRLF is added. */
    public Peer sends(String line) {
        send(Line.of(line).octets(variables));
        return this;
    }

    /** Sends octets as they are, as one packet. */
    public Peer sends(byte[] octets) {
        send(new ByteArrayInputStream(octets));
        return this;
    }

    /**
     * The next that it has received is this line. Waits {@link Testkit#patience} of real time for what other threads
     * still do, not for the clock of the kit.
     */
    public Peer received(String line) {
        expect(Line.of(line), line);
        return this;
    }

    /** The next that it has received is a line that matches the regular expression; named groups are kept. */
    public Peer receivedMatching(String regex) {
        expect(Line.regex(regex), regex);
        return this;
    }

    /** Nothing else has come by now. */
    public Peer receivedNothing() {
        String unseen = unseen();
        if (!unseen.isEmpty()) {
            throw new AssertionError("the " + name() + " should have received nothing else, but did receive\n"
                    + indented(unseen) + soFar());
        }
        return this;
    }

    /** What has come and was not looked at, an octet per character; it stays. */
    public String unseen() {
        return wire.look(Inbox::toString);
    }

    /** What has come and was not looked at; afterwards it was. */
    public byte[] takes() {
        return wire.look(inbox -> {
            byte[] all = inbox.copy();
            inbox.take(all.length);
            return all;
        });
    }

    /** It closes its connection, behind what it has sent. */
    public void closes() {
        dialogue.note("the " + name() + " closes");
        left = true;
        wire.close();
    }

    /** It takes no octets any more: what the proxy wants to tell it piles up. */
    public void stops() {
        wire.block(true);
    }

    /** It takes octets again. */
    public void goesOn() {
        wire.block(false);
    }

    /** The proxy has closed this connection in order. */
    public void isClosed() {
        ended("closed");
    }

    /** The proxy has reset this connection. */
    public void isReset() {
        ended("reset");
    }

    /** The connection still stands. */
    public void isOpen() {
        ended("open");
    }

    String name() {
        return wire.name();
    }

    void send(InputStream octets) {
        if (!wire.end().equals("open")) {
            throw new AssertionError("the " + name() + " can't send: its connection is " + wire.end() + soFar());
        }
        wire.send(new Noted(octets, text -> dialogue.said(sign + ":", text)));
    }

    void expect(Line line, String shown) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Match match = wire.look(inbox -> taken(Match.of(line, inbox, variables), inbox));
            if (match.outcome() == Match.Outcome.MET) {
                variables.putAll(match.bound());
                return;
            }
            if (match.outcome() == Match.Outcome.NEVER || System.nanoTime() - deadline > 0) {
                throw unmet(shown, match);
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    /** Whether it has closed itself: that the proxy then ends the other connection goes without saying. */
    boolean hasLeft() {
        return left;
    }

    /** At the end of a script: no end that nobody spoke of. */
    void hasNoUnsaidEnd() {
        String end = wire.end();
        if (!endSeen && (end.equals("closed") || end.equals("reset"))) {
            throw new AssertionError("the proxy has ended the connection of the " + name() + " (" + end
                    + "), and the script doesn't say so" + soFar());
        }
    }

    private static Match taken(Match match, Inbox inbox) {
        if (match.outcome() == Match.Outcome.MET) {
            inbox.take(match.length());
        }
        return match;
    }

    private void ended(String how) {
        endSeen |= !how.equals("open");
        long deadline = System.nanoTime() + patience.toNanos();
        while (!wire.end().equals(how)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(
                        "the connection of the " + name() + " should be " + how + " and is " + wire.end() + soFar());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private AssertionError unmet(String shown, Match match) {
        String unseen = unseen();
        return new AssertionError("the " + name() + " should have received\n    " + shown + "\nbut "
                + (unseen.isEmpty() ? "received nothing" : "received\n" + indented(unseen))
                + (match.reason().isEmpty() ? "" : "\n(" + match.reason() + ")") + soFar());
    }

    private static String indented(String octets) {
        StringBuilder lines = new StringBuilder();
        String[] all = octets.split("(?<=\n)");
        for (int i = 0; i < Math.min(all.length, 10); i++) {
            lines.append(lines.isEmpty() ? "    " : "\n    ").append(Dialogue.shown(all[i]));
        }
        return all.length > 10 ? lines + "\n    … " + (all.length - 10) + " lines more" : lines.toString();
    }

    private String soFar() {
        return "\n\nthe dialogue so far (C: S: sent, >C >S received):\n" + dialogue;
    }
}
