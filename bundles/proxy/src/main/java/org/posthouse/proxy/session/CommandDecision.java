package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Subject;

/** The chain's decision on a command of the client. */
final class CommandDecision extends ClientDecision {

    private final CommandLines lines;

    CommandDecision(Session session, CommandLines lines, Gate gate) {
        super(session, gate);
        this.lines = lines;
    }

    void decide(OpenExchange exchange, Subject subject) {
        session().facts().tries(exchange, subject);
        begin(exchange, () -> session().chain().command(subject, exchange, this));
    }

    @Override
    public void go(Subject subject) {
        decided(x -> {
            if (subject.changed()) {
                x.rewritten(subject.spec());
            }
            Optional<Admission.Refused> withheld = session().admission().withheld(x.spec(), subject);
            if (withheld.isPresent()) {
                answer(x, withheld.get());
            } else if (subject.borrowed()) {
                Line line = subject.line();
                lines.way().relay(x, line.buf(), line.start(), line.end(), !line.truncated());
            } else {
                lines.way().send(x, subject);
            }
        });
    }

    @Override
    void answer(OpenExchange exchange, Admission.Refused reply) {
        lines.way().answer(exchange, reply);
    }

    /** The sender's own commands in its place have their results first. */
    @Override
    void due(Runnable act) {
        if (session().errands().isBusy()) {
            session().errands().afterwards(act);
        } else {
            act.run();
        }
    }

    @Override
    void over() {
        lines.assembly().release();
    }

    @Override
    void goOn() {
        lines.refusals().afterRun();
        session().commands().resume();
        session().toClient().flush();
    }
}
