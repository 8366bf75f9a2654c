package org.posthouse.proxy.session;

import org.posthouse.proxy.chain.Subject;

/** The chain's decision on a client's line of data. */
final class DataDecision extends ClientDecision {

    private final DataLines lines;

    DataDecision(Session session, DataLines lines, Gate gate) {
        super(session, gate);
        this.lines = lines;
    }

    void decide(OpenExchange exchange, Subject subject, boolean sasl, int index) {
        begin(exchange, () -> session().chain().data(subject, exchange, sasl, index, this));
    }

    @Override
    public void go(Subject subject) {
        decided(x -> lines.go(x, subject));
    }

    @Override
    void answer(OpenExchange exchange, Admission.Refused reply) {
        lines.cancel(exchange, reply);
    }

    @Override
    void goOn() {
        session().commands().resume();
        session().toServer().flush();
    }
}
