package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.SessionChain;

/**
 * Shows the session's lines to its interceptors. Each method answers whether the line may go on; if an interceptor
 * that fails closed has failed, the session has been ended by then. Asked only when the chain is not empty.
 */
final class Shown {

    private static final ResponseName CONTINUATION = ResponseName.of("+");
    private static final ResponseName UNKNOWN = ResponseName.of("UNKNOWN");

    private final Session session;
    private final SessionChain chain;

    Shown(Session session, SessionChain chain) {
        this.session = session;
        this.chain = chain;
    }

    boolean command(Line line, OpenExchange exchange) {
        CommandName name = exchange.spec().known() ? exchange.command() : unknownName(line);
        return intact(chain.command(line, exchange.tag(), name, exchange));
    }

    boolean commandTail(Line line) {
        return intact(chain.commandTail(line, false));
    }

    /** A client's line of data, on its way through. */
    boolean data(ByteBuf in, int pos, int end, Redaction redaction) {
        if (chain.isEmpty()) {
            return true;
        }
        Line line = new Line(in, pos, end, true, -1, false, redaction);
        return intact(chain.commandTail(line, true) && chain.sent(line, Direction.PROXY_TO_SERVER, false, false));
    }

    boolean response(Line line, int head, Optional<OpenExchange> exchange) {
        boolean tagged = ResponseHead.kind(head) == Kind.TAGGED;
        return whole(chain.response(line, name(line, head), tagged, exchange.map(Exchange.class::cast)));
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

    private static ResponseName name(Line line, int head) {
        if (ResponseHead.kind(head) == Kind.CONTINUATION) {
            return CONTINUATION;
        }
        if (ResponseHead.status(head) != Status.NONE) {
            return ResponseName.of(ResponseHead.status(head).name());
        }
        DataName data = ResponseHead.data(head);
        return data == DataName.OTHER ? unknownResponse(line) : ResponseName.of(data.name());
    }

    /** The second word, or the third behind a number. */
    private static ResponseName unknownResponse(Line line) {
        String[] words = words(line, 4);
        boolean numbered = words.length > 2 && words[1].chars().allMatch(Character::isDigit);
        String word = numbered ? words[2] : words.length > 1 ? words[1] : "";
        try {
            return ResponseName.of(word);
        } catch (IllegalArgumentException noAtom) {
            return UNKNOWN;
        }
    }

    private static CommandName unknownName(Line line) {
        String[] words = words(line, 3);
        try {
            return CommandName.of(words.length > 1 ? words[1] : "");
        } catch (IllegalArgumentException noAtom) {
            return org.posthouse.imap.wire.CommandSpec.UNKNOWN.name();
        }
    }

    private static String[] words(Line line, int most) {
        int length = Math.min(line.end() - line.start(), 256);
        return line.buf()
                .toString(line.start(), length, StandardCharsets.ISO_8859_1)
                .trim()
                .split(" ", most);
    }
}
