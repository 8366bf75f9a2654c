package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.CommandOutcome;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Subject;

/**
 * The chain's decision on a command of the client, made at once or later: until then the client's direction is held and
 * nothing of the command is upstream.
 */
final class CommandDecision implements CommandOutcome {

    private final Session session;
    private final CommandLines lines;
    private final Gate gate;
    private Optional<OpenExchange> deciding = Optional.empty();
    private boolean asking;

    CommandDecision(Session session, CommandLines lines, Gate gate) {
        this.session = session;
        this.lines = lines;
        this.gate = gate;
    }

    /** The exchange whose command is being decided on. */
    Optional<OpenExchange> deciding() {
        return deciding;
    }

    void decide(OpenExchange exchange, Subject subject) {
        session.facts().tries(exchange, subject);
        deciding = Optional.of(exchange);
        asking = true;
        try {
            session.chain().command(subject, exchange, this);
        } finally {
            asking = false;
        }
        if (deciding.isPresent()) {
            gate.close(Gate.Reason.CHAIN);
        }
    }

    @Override
    public void go(Subject subject) {
        decided(x -> {
            if (subject.changed()) {
                x.rewritten(subject.spec());
            }
            Optional<Admission.Refused> withheld = session.admission().withheld(x.spec(), subject);
            if (withheld.isPresent()) {
                lines.way().answer(x, withheld.get());
            } else if (subject.borrowed()) {
                Line line = subject.line();
                lines.way().relay(x, line.buf(), line.start(), line.end(), !line.truncated());
            } else {
                lines.way().send(x, subject);
            }
        });
    }

    @Override
    public void reply(Reply reply) {
        decided(x -> lines.way().answer(x, Admission.Refused.of(reply)));
    }

    @Override
    public void close(String reason, Optional<String> code) {
        decided(x -> session.end(Ending.chosen(reason, code)));
    }

    @Override
    public void abort(String reason) {
        decided(x -> session.end(Ending.chosen(reason, Optional.empty())));
    }

    @Override
    public void refused(String status, String reason) {
        decided(x -> lines.way().answer(x, new Admission.Refused(status, reason)));
    }

    /** What was decided happens when the sender's own commands in its place have their results. */
    private void decided(java.util.function.Consumer<OpenExchange> act) {
        if (session.errands().isBusy()) {
            session.errands().afterwards(() -> now(act));
        } else {
            now(act);
        }
    }

    private void now(java.util.function.Consumer<OpenExchange> act) {
        if (deciding.isEmpty() || session.state().ended()) {
            return;
        }
        OpenExchange exchange = deciding.get();
        deciding = Optional.empty();
        act.accept(exchange);
        lines.assembly().release();
        if (!asking) {
            late();
        }
    }

    private void late() {
        gate.open(Gate.Reason.CHAIN);
        lines.refusals().afterRun();
        session.commands().resume();
        session.toClient().flush();
    }
}
