package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.Subject;

/** The client's lines of data: each is released by one {@code +} of the server (R4). */
final class DataLines {

    private static final String DONE = "DONE";
    private static final byte[] CANCEL = {'*', '\r', '\n'};

    private final Session session;
    private final Gate gate;
    private final Relay relay;
    private final DataDecision decision;
    private int scanned;
    private int index;

    DataLines(Session session, Gate gate, Relay relay) {
        this.session = session;
        this.gate = gate;
        this.relay = relay;
        this.decision = new DataDecision(session, this, gate);
    }

    /** Whether a line waits for a decision. */
    boolean deciding() {
        return decision.deciding().isPresent();
    }

    /** Examines [pos, to), which the gate has released for one line; answers where to go on. */
    int advance(ByteBuf in, int pos, int to) {
        int from = Math.min(pos + scanned, to);
        int lineFeed = ByteBufUtil.indexOf(in, from, to, (byte) '\n');
        if (lineFeed < 0 && to - pos <= session.settings().limits().line()) {
            scanned = to - pos;
            return pos;
        }
        scanned = 0;
        if (lineFeed < 0) {
            session.end(Ending.protocol("line too long"));
            return to;
        }
        line(in, pos, lineFeed + 1);
        return lineFeed + 1;
    }

    /** The exchange is over: an incomplete line is a command's beginning now. */
    void reset() {
        scanned = 0;
        index = 0;
    }

    /** Whether the line is DONE and nothing else (RFC 2177). */
    static boolean isDone(ByteBuf in, int pos, int end) {
        return DONE.equalsIgnoreCase(text(in, pos, end));
    }

    private void line(ByteBuf in, int pos, int end) {
        Continuation kind = session.ledger().kind();
        boolean bareLineFeed = end - pos < 2 || in.getByte(end - 2) != '\r';
        if (bareLineFeed && !session.settings().quirks().lenientLineEnds()) {
            session.end(Ending.protocol("line must end in CRLF"));
        } else if (kind == Continuation.IDLE && !isDone(in, pos, end)) {
            session.end(Ending.protocol("only DONE can follow IDLE"));
        } else if (kind == Continuation.SASL && firstScramRefused(in, pos, end)) {
            relay.insert(Unpooled.wrappedBuffer(CANCEL));
            spend();
        } else if (session.chain().isEmpty()) {
            pass(session.ledger().claimant().orElseThrow(), in, pos, end);
        } else {
            decide(in, pos, end, kind);
        }
    }

    private void decide(ByteBuf in, int pos, int end, Continuation kind) {
        OpenExchange exchange = session.ledger().claimant().orElseThrow();
        Subject subject = Subject.data(view(in, pos, end, kind), session.facts().reading());
        decision.decide(exchange, subject, kind == Continuation.SASL, index++);
    }

    /** It was decided that the line goes up; the exchange that asked for it may be over by now. */
    void go(OpenExchange exchange, Subject subject) {
        if (!session.ledger().data() || !session.ledger().claimedBy(exchange)) {
            return;
        }
        if (subject.borrowed()) {
            Line line = subject.line();
            pass(exchange, line.buf(), line.start(), line.end());
        } else {
            ByteBuf octets = Unpooled.wrappedBuffer(subject.octets().toByteArray());
            if (shown(exchange, octets, 0, octets.writerIndex())) {
                relay.insert(octets);
                spend();
            }
        }
    }

    /** The credential doesn't go up: the server's exchange is cancelled, the client gets another result than the server's. */
    void cancel(OpenExchange exchange, Admission.Refused instead) {
        if (!session.ledger().data() || !session.ledger().claimedBy(exchange)) {
            return;
        }
        if (session.ledger().kind() != Continuation.SASL) {
            session.end(Ending.unavailable(instead.reason()));
            return;
        }
        exchange.answerWith(instead);
        relay.insert(Unpooled.wrappedBuffer(CANCEL));
        spend();
    }

    private void pass(OpenExchange exchange, ByteBuf in, int pos, int end) {
        if (shown(exchange, in, pos, end)) {
            relay.pass(pos, end);
            spend();
        }
    }

    private boolean shown(OpenExchange exchange, ByteBuf in, int pos, int end) {
        boolean sasl = session.ledger().kind() == Continuation.SASL;
        if (sasl) {
            session.facts().saslLine(exchange, in, pos, end);
        }
        return !session.chain().plan().sent()
                || session.shown()
                        .passedToServer(view(in, pos, end, session.ledger().kind()), false, false);
    }

    private static Line view(ByteBuf in, int pos, int end, Continuation kind) {
        return new Line(in, pos, end, true, -1, false, kind == Continuation.IDLE ? Redaction.NONE : Redaction.ALL);
    }

    private void spend() {
        if (!session.ledger().spend()) {
            gate.close(Gate.Reason.CONTINUATION);
        }
    }

    /** A SCRAM client's first message names the channel binding; what can't succeed is cancelled before it goes on. */
    private boolean firstScramRefused(ByteBuf in, int pos, int end) {
        if (session.ledger().spent()) {
            return false;
        }
        Optional<String> mechanism = session.commands().commands().way().scramWithoutInitial();
        return mechanism
                .flatMap(m -> session.admission().checkScram(m, text(in, pos, end)))
                .isPresent();
    }

    private static String text(ByteBuf in, int pos, int end) {
        int text = end - 1 > pos && in.getByte(end - 2) == '\r' ? end - 2 : end - 1;
        return in.toString(pos, text - pos, StandardCharsets.ISO_8859_1);
    }
}
