package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.ResponseNames;
import org.posthouse.proxy.chain.SessionChain;
import org.posthouse.proxy.chain.Subject;

/**
 * Shows the session's lines to its interceptors. Each method answers whether the line may go on; if an interceptor
 * that fails closed has failed, the session has been ended by then. Asked only when the chain is not empty.
 */
final class Shown {

    private final Session session;
    private final SessionChain chain;

    Shown(Session session, SessionChain chain) {
        this.session = session;
        this.chain = chain;
    }

    boolean command(Line line, OpenExchange exchange) {
        Decided decided = new Decided();
        chain.command(Subject.command(line, exchange.spec(), Reading.TOLERANT), exchange, decided);
        return intact(decided.went());
    }

    boolean commandTail(Line line) {
        return intact(chain.commandTail(line));
    }

    /** A client's line of data, on its way through. */
    boolean data(ByteBuf in, int pos, int end, Redaction redaction) {
        if (chain.isEmpty()) {
            return true;
        }
        Line line = new Line(in, pos, end, true, -1, false, redaction);
        Decided decided = new Decided();
        session.exchanges()
                .newest()
                .ifPresentOrElse(
                        x -> chain.data(
                                Subject.data(line, Reading.TOLERANT), x, redaction == Redaction.ALL, 0, decided),
                        decided::yes);
        return intact(decided.went() && chain.sent(line, Direction.PROXY_TO_SERVER, false, false));
    }

    boolean response(Line line, int head, Optional<OpenExchange> exchange) {
        boolean tagged = ResponseHead.kind(head) == Kind.TAGGED;
        Decided decided = new Decided();
        chain.response(
                Subject.response(line, Reading.TOLERANT),
                ResponseNames.of(head, line),
                tagged,
                exchange.map(Exchange.class::cast),
                decided);
        return whole(decided.went());
    }

    boolean responseTail(Line line) {
        return whole(chain.responseTail(line));
    }

    boolean passedToServer(Line line, boolean first) {
        return intact(chain.sent(line, Direction.PROXY_TO_SERVER, first, false));
    }

    boolean passedToClient(Line line, boolean first) {
        return whole(chain.sent(line, Direction.PROXY_TO_CLIENT, first, false));
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
        if (!chain.isEmpty()) {
            Line line = new Line(bytes, bytes.readerIndex(), bytes.writerIndex(), true, -1, false, redaction);
            intact(chain.sent(line, direction, true, true));
        }
    }

    private boolean intact(boolean goesOn) {
        if (!goesOn) {
            session.end(Ending.unavailable("an interceptor failed"));
        }
        return goesOn;
    }

    /** A response that is held back leaves the rest of itself without a beginning: the session can't wait for its end. */
    private boolean whole(boolean goesOn) {
        if (!goesOn) {
            session.end(Ending.unavailable("an interceptor failed").now());
        }
        return goesOn;
    }
}
