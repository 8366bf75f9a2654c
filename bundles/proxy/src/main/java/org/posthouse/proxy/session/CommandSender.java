package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.LiteralFlow;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.Subject;

/**
 * Sends commands upstream: as they stand in the read buffer, or, when the session holds them, in pieces that wait for
 * the server's {@code +}.
 */
final class CommandSender {

    /** Octets from the plus sign of an announcement to the end of its line. */
    private static final int PLUS = 4;

    private final Session session;
    private final Relay relay;
    private final CommandFramer framer;
    private final Outgoing outgoing = new Outgoing();
    private final Streamed streamed;
    private Optional<OpenExchange> pieces = Optional.empty();
    private Redaction redaction = Redaction.NONE;
    private boolean complete;
    private boolean changed;
    private boolean first;
    private boolean asks;

    CommandSender(Session session, Relay relay, CommandFramer framer) {
        this.session = session;
        this.relay = relay;
        this.framer = framer;
        this.streamed = new Streamed(relay);
    }

    /** A line as the framer has it. */
    Line view(ByteBuf in, int pos, int end, boolean whole, boolean begins) {
        boolean ends = whole && framer.ends();
        Redaction hidden =
                Redaction.ofCommand(framer.command(), begins, session.state().authenticated());
        return new Line(in, pos, end, ends, whole ? framer.literal() : -1, !whole, hidden);
    }

    /** A line from the read buffer; answers whether it has gone. */
    boolean line(ByteBuf in, int pos, int end, boolean whole, boolean begins) {
        asks = whole && session.synchronises() && framer.literal() >= 0 && !framer.synchronising();
        if (asks) {
            return announceAnew(in, pos, end, begins);
        }
        boolean goes = !session.chain().plan().sent()
                || session.shown().passedToServer(view(in, pos, end, whole, begins), begins, false);
        if (goes) {
            relay.pass(pos, end);
        }
        return goes;
    }

    /** Whether the last announcement went up without the client's plus sign: the server's grant is for us. */
    boolean asks() {
        return asks;
    }

    /** A literal has been announced upstream and will stream. */
    void announced(LiteralFlow flow, long octets) {
        streamed.begin(flow, octets);
    }

    /** Octets of a literal; answers whether the message may go on. */
    boolean literal(ByteBuf in, int pos, int end, boolean last) {
        return streamed.pass(in, pos, end, last);
    }

    /** The line behind a literal is about to be shown. */
    boolean literalOver(ByteBuf in, int pos) {
        return streamed.end(in, pos);
    }

    /** Sends a command that the session holds, or its beginning. */
    void pieces(OpenExchange exchange, Subject subject) {
        outgoing.begin(subject.octets());
        pieces = Optional.of(exchange);
        redaction = subject.redaction();
        complete = subject.complete();
        changed = subject.changed();
        first = true;
        more();
    }

    /** Whether the server has yet to grant what comes next of a command that the session holds. */
    boolean hasPieces() {
        return pieces.isPresent();
    }

    /** Whether the client's own octets follow the pieces. */
    boolean streamsBehind() {
        return pieces.isPresent() && !complete;
    }

    /** The server has answered instead of granting. */
    void drop() {
        pieces = Optional.empty();
        outgoing.drop();
    }

    /** Sends the next piece; the server waits for it. */
    void more() {
        OpenExchange exchange = pieces.orElseThrow();
        ByteBuf piece = outgoing.next(session.client().alloc());
        boolean last = outgoing.isEmpty();
        if (!shown(exchange, piece, last)) {
            piece.release();
            return;
        }
        first = false;
        relay.insert(piece);
        if (!last) {
            session.ledger().awaitLiteral(exchange, true);
            session.clientGate().close(Gate.Reason.CONTINUATION);
            return;
        }
        pieces = Optional.empty();
        long announced = outgoing.announced();
        asks = true; // whoever has left the chain meanwhile
        outgoing.drop();
        session.commands().commands().way().sent(exchange, complete, announced);
    }

    private boolean shown(OpenExchange exchange, ByteBuf piece, boolean last) {
        if (!session.chain().plan().sent()) {
            return true;
        }
        boolean loggedIn = session.state().authenticated();
        Line line = new Line(
                piece,
                piece.readerIndex() + outgoing.line(),
                piece.writerIndex(),
                last && complete,
                outgoing.announced(),
                last && !complete && outgoing.announced() < 0,
                first ? redaction : Redaction.ofCommand(exchange.spec(), false, loggedIn));
        return session.shown().passedToServer(line, first, changed);
    }

    /** The announcement without its plus sign, so that the server says whether it takes the literal (R1a, R3). */
    private boolean announceAnew(ByteBuf in, int pos, int end, boolean begins) {
        if (end - pos < PLUS) {
            // A line over the limit, cut by the network just here: the plus sign has gone already.
            session.end(Ending.protocol("line too long"));
            return false;
        }
        ByteBuf line = in.alloc().buffer(end - pos);
        line.writeBytes(in, pos, end - PLUS - pos).writeBytes(in, end - PLUS + 1, PLUS - 1);
        boolean goes = !session.chain().plan().sent()
                || session.shown().passedToServer(view(line, 0, line.writerIndex(), true, begins), begins, false);
        if (goes) {
            relay.insert(line);
        } else {
            line.release();
        }
        return goes;
    }
}
