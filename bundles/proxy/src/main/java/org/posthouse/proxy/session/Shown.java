package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import org.posthouse.intercept.Direction;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.SessionChain;

/**
 * Shows lines as they leave the proxy. Each method answers whether the line may go; if an interceptor that fails closed
 * has failed, the session has been ended by then. Asked only when somebody wants to see what leaves.
 */
final class Shown {

    private final Session session;
    private final SessionChain chain;

    Shown(Session session, SessionChain chain) {
        this.session = session;
        this.chain = chain;
    }

    boolean passedToServer(Line line, boolean first, boolean ours) {
        boolean goes = chain.sent(line, Direction.PROXY_TO_SERVER, first, ours);
        if (!goes) {
            session.endByChain();
        }
        return goes;
    }

    boolean passedToClient(Line line, boolean first, boolean ours) {
        return intact(chain.sent(line, Direction.PROXY_TO_CLIENT, first, ours));
    }

    /** A whole message that the proxy made. */
    void oursToClient(ByteBuf bytes, Redaction redaction) {
        ours(bytes, Direction.PROXY_TO_CLIENT, redaction);
    }

    /** A whole command that the proxy made. */
    void oursToServer(ByteBuf bytes) {
        ours(bytes, Direction.PROXY_TO_SERVER, Redaction.NONE);
    }

    private void ours(ByteBuf bytes, Direction direction, Redaction redaction) {
        if (chain.plan().sent()) {
            Line line = new Line(bytes, bytes.readerIndex(), bytes.writerIndex(), true, -1, false, redaction);
            intact(chain.sent(line, direction, true, true));
        }
    }

    private boolean intact(boolean goesOn) {
        if (!goesOn) {
            session.breakOff();
        }
        return goesOn;
    }
}
