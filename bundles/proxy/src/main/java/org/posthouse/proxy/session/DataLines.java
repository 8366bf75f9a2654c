package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.proxy.chain.Redaction;

/** The client's lines of data: each is released by one {@code +} of the server (R4). */
final class DataLines {

    private static final String DONE = "DONE";

    private final Session session;
    private final Gate gate;
    private final Relay relay;
    private int scanned;

    DataLines(Session session, Gate gate, Relay relay) {
        this.session = session;
        this.gate = gate;
        this.relay = relay;
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
            relay.insert(ByteBufUtil.writeAscii(in.alloc(), "*\r\n"));
            spend();
        } else {
            pass(in, pos, end, kind);
        }
    }

    private void pass(ByteBuf in, int pos, int end, Continuation kind) {
        Redaction redaction = kind == Continuation.IDLE ? Redaction.NONE : Redaction.ALL;
        if (session.shown().data(in, pos, end, redaction)) {
            relay.pass(pos, end);
            spend();
        }
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
        Optional<String> mechanism = session.commands().commands().scramWithoutInitial();
        return mechanism
                .flatMap(m -> session.admission().checkScram(m, text(in, pos, end)))
                .isPresent();
    }

    private static String text(ByteBuf in, int pos, int end) {
        int text = end - 1 > pos && in.getByte(end - 2) == '\r' ? end - 2 : end - 1;
        return in.toString(pos, text - pos, StandardCharsets.ISO_8859_1);
    }
}
