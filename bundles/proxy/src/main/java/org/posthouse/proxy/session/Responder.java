package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.posthouse.proxy.chain.Redaction;

/**
 * The only author of what the proxy says to the client. Nothing of it stands inside a message of the server: it waits
 * for the end of the one under way. Every text starts with {@code posthouse:}.
 */
final class Responder {

    private static final String SIGN = "posthouse: ";

    private final Session session;
    private final Deque<Reply> waiting = new ArrayDeque<>(1);

    Responder(Session session) {
        this.session = session;
    }

    /** A tagged result; the status may have a code, such as {@code NO [LIMIT]}. */
    void tagged(String tag, String status, String text) {
        say(new Reply(tag + " " + status + " " + SIGN + text + "\r\n", Redaction.ODD_TAG));
    }

    /** The result of what is no command: the client reads its tag, nobody else does. */
    void malformed(String tag, String text) {
        say(new Reply(tag + " BAD " + SIGN + text + "\r\n", Redaction.TAG));
    }

    /** An untagged status. */
    void untagged(String status, String text) {
        say(new Reply("* " + status + " " + SIGN + text + "\r\n", Redaction.NONE));
    }

    /** A whole line, in its place. */
    private void say(Reply reply) {
        if (session.responses().atBoundary()) {
            send(reply);
        } else {
            waiting.addLast(reply);
            session.clientGate().close(Gate.Reason.BACKLOG);
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

    private void send(Reply reply) {
        ByteBuf bytes = ByteBufUtil.writeAscii(session.client().alloc(), reply.line());
        session.shown().oursToClient(bytes, reply.redaction());
        session.toClient().insert(bytes);
        if (!session.client().isWritable()) {
            session.clientGate().close(Gate.Reason.BACKLOG);
        }
    }

    private record Reply(String line, Redaction redaction) {}
}
