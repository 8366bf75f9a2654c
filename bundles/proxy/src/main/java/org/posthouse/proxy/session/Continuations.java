package org.posthouse.proxy.session;

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

    /** A literal of a command has been announced upstream; whether the client waits before it sends it. */
    void announced(OpenExchange exchange, boolean clientWaits, boolean proxyAsks) {
        if (clientWaits || proxyAsks) {
            session.ledger().awaitLiteral(exchange, !clientWaits);
            gate.close(Gate.Reason.CONTINUATION);
        }
    }

    /** All of a command has gone upstream: its name decides what the next bytes are. */
    void sent(OpenExchange exchange) {
        if (exchange.spec().continuation() != Continuation.NONE) {
            session.ledger().awaitData(exchange);
            gate.close(Gate.Reason.CONTINUATION);
            return;
        }
        if (exchange.spec() == CommandSpec.LOGOUT) {
            session.toLoggedOut();
        }
        if (session.exchanges().size() >= session.settings().limits().pipelined()) {
            gate.close(Gate.Reason.PIPELINE);
        }
        pass.barriers().update();
    }

    /** A {@code +} has come that somebody waits for. */
    void granted() {
        CommandSender sender = pass.commands().sender();
        if (sender.hasPieces()) {
            sender.more();
            session.toServer().flush();
            if (session.ledger().awaiting() != Awaiting.NOTHING) {
                return;
            }
        }
        if (gate.open(Gate.Reason.CONTINUATION)) {
            pass.resume();
        }
    }

    /** An exchange has its tagged result; what it held may go on. */
    void ended(OpenExchange exchange, Status status) {
        pass.commands().way().answered(exchange);
        if (session.ledger().claimedBy(exchange)) {
            claimantEnded(status);
        }
        boolean freed = gate.open(Gate.Reason.PIPELINE);
        freed |= pass.barriers().update();
        freed |= session.quiet() && pass.commands().refusals().idle();
        if (freed || !gate.holds()) {
            pass.resume();
        }
    }

    private void claimantEnded(Status status) {
        boolean literal = session.ledger().awaiting() == Awaiting.LITERAL;
        Continuation kind = session.ledger().kind();
        boolean spent = session.ledger().spent();
        boolean ours = session.ledger().ours();
        boolean deciding = pass.data().deciding();
        session.ledger().clear();
        pass.dataOver();
        if (literal) {
            // A client that sends on without waiting sends no command (R3).
            if (pass.commands().way().answeredInstead(ours)) {
                cancelled();
            }
        } else if (kind == Continuation.SASL && status != Status.OK) {
            pass.commands().refusals().strayAfter(pass.held().length());
        } else if (kind == Continuation.IDLE && !spent && !deciding) {
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
