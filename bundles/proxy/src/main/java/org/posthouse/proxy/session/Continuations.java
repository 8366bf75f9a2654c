package org.posthouse.proxy.session;

import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.proxy.session.ContinuationLedger.Awaiting;

/** Lets the client's direction go on when the server has said what its next bytes are (R3, R4). */
final class Continuations {

    private final Session session;
    private final Gate gate;
    private final CommandPass pass;

    Continuations(Session session, Gate gate, CommandPass pass) {
        this.session = session;
        this.gate = gate;
        this.pass = pass;
    }

    /** A line of a command has gone upstream: what it announced decides what the next bytes are. */
    void sent(OpenExchange exchange, CommandFramer framer) {
        if (framer.literal() >= 0) {
            if (framer.synchronising() || session.synchronises()) {
                session.ledger().awaitLiteral(exchange, !framer.synchronising());
                gate.close(Gate.Reason.CONTINUATION);
            }
        } else if (exchange.spec().continuation() != Continuation.NONE) {
            session.ledger().awaitData(exchange);
            gate.close(Gate.Reason.CONTINUATION);
        } else {
            if (exchange.spec() == CommandSpec.LOGOUT) {
                session.toLoggedOut();
            }
            if (session.exchanges().size() >= session.settings().limits().pipelined()) {
                gate.close(Gate.Reason.PIPELINE);
            }
        }
    }

    /** A {@code +} has come that somebody waits for. */
    void granted() {
        if (gate.open(Gate.Reason.CONTINUATION)) {
            pass.resume();
        }
    }

    /** An exchange has its tagged result; what it held may go on. */
    void ended(OpenExchange exchange, Status status) {
        pass.commands().answered(exchange);
        if (session.ledger().claimedBy(exchange)) {
            claimantEnded(status);
        }
        boolean freed = gate.open(Gate.Reason.PIPELINE);
        freed |= session.exchanges().isEmpty() && pass.commands().refusals().idle();
        if (freed || !gate.holds()) {
            pass.resume();
        }
    }

    private void claimantEnded(Status status) {
        boolean literal = session.ledger().awaiting() == Awaiting.LITERAL;
        Continuation kind = session.ledger().kind();
        boolean spent = session.ledger().spent();
        boolean ours = session.ledger().ours();
        session.ledger().clear();
        pass.dataOver();
        if (literal && ours) {
            // The client sends on without waiting: what it sends is no command (R3).
            pass.commands().answeredEarly();
        } else if (literal) {
            cancelled();
        } else if (kind == Continuation.SASL && status != Status.OK) {
            pass.commands().refusals().strayAfter(pass.held().length());
        } else if (kind == Continuation.IDLE && !spent) {
            pass.commands().refusals().expectLoneDone();
        }
        gate.open(Gate.Reason.CONTINUATION);
    }

    /** The server refused a synchronising literal. Bytes sent without waiting could be the content of a mail (R3). */
    private void cancelled() {
        pass.commands().forgetCommand();
        if (!pass.held().isEmpty()) {
            session.end(Ending.protocol("literal sent before the server's continuation, and it was refused"));
        }
    }
}
