package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.Subject;

/**
 * The only author of what the proxy says to the client, and the only one through whom interceptors say something. Nothing
 * of it stands inside a message of the server: it waits for the end of the one under way. Every text of the proxy starts
 * with {@code posthouse:}.
 */
final class Responder {

    private static final String SIGN = "posthouse: ";
    private static final Runnable NOTHING = () -> {};

    private final Session session;
    private final Deque<Said> waiting = new ArrayDeque<>(1);

    Responder(Session session) {
        this.session = session;
    }

    /** A tagged result; the status may have a code, such as {@code NO [LIMIT]}. */
    void tagged(String tag, String status, String text) {
        say(line(tag, status, text), Redaction.ODD_TAG);
    }

    /** The result of a command that the server never saw: whoever was shown the command is shown this. */
    void result(OpenExchange exchange, Admission.Refused why) {
        Octets line = line(exchange.tag(), why.status(), why.reason());
        if (!session.chain().isEmpty()) {
            Message message = Message.response(line, session.facts().reading());
            ResponseName name = ResponseName.of(why.status().split(" ")[0]);
            session.chain().replied(Subject.response(message, Redaction.ODD_TAG), name, exchange);
        }
        say(line, Redaction.ODD_TAG);
        session.over(exchange);
    }

    /** Grants a literal of a command that is held. */
    void grant() {
        say(Octets.of("+ " + SIGN + "go ahead\r\n"), Redaction.NONE);
    }

    /** The result of what is no command: the client reads its tag, nobody else does. */
    void malformed(String tag, String text) {
        say(line(tag, "BAD", text), Redaction.TAG);
    }

    /** An untagged status. */
    void untagged(String status, String text) {
        say(line("*", status, text), Redaction.NONE);
    }

    /** An untagged response of an interceptor's; tells when it has been written, or never will be. */
    void untagged(Octets response, Runnable said) {
        if (session.state().ended()) {
            said.run();
        } else {
            say(new Said(response, Redaction.NONE, said));
        }
    }

    /** A message of the server has ended. */
    void boundary() {
        while (!waiting.isEmpty()) {
            send(waiting.pollFirst());
        }
        clientWritable();
    }

    /** A client that makes the proxy answer and doesn't read the answers is not read either until it does. */
    void clientWritable() {
        if (waiting.isEmpty()
                && session.client().isWritable()
                && session.clientGate().open(Gate.Reason.BACKLOG)) {
            session.commands().resume();
        }
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** The session is over: what still waits is never said. */
    void release() {
        while (!waiting.isEmpty()) {
            waiting.pollFirst().done().run();
        }
    }

    private void say(Octets line, Redaction redaction) {
        say(new Said(line, redaction, NOTHING));
    }

    /** A whole message, in its place. */
    private void say(Said message) {
        if (session.responses().atBoundary()) {
            send(message);
        } else {
            waiting.addLast(message);
            session.clientGate().close(Gate.Reason.BACKLOG);
        }
    }

    private void send(Said message) {
        ByteBuf bytes = Unpooled.wrappedBuffer(message.octets().toByteArray());
        session.shown().oursToClient(bytes, message.redaction());
        session.toClient().insert(bytes);
        message.done().run();
        if (!session.client().isWritable()) {
            session.clientGate().close(Gate.Reason.BACKLOG);
        }
    }

    private static Octets line(String tag, String status, String text) {
        byte[] line = (tag + " " + status + " " + SIGN + text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return Octets.owning(line);
    }

    /**
     * A message for the client.
     *
     * @param done runs once, when it has been written or never will be
     */
    private record Said(Octets octets, Redaction redaction, Runnable done) {}
}
