package org.posthouse.proxy.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.CommandOutcome;
import org.posthouse.proxy.chain.Subject;

/** The chain's decision on a client's line of data, made at once or later: until then the client's direction is held. */
final class DataDecision implements CommandOutcome {

    private final Session session;
    private final DataLines lines;
    private final Gate gate;
    private Optional<OpenExchange> deciding = Optional.empty();
    private boolean asking;

    DataDecision(Session session, DataLines lines, Gate gate) {
        this.session = session;
        this.lines = lines;
        this.gate = gate;
    }

    boolean deciding() {
        return deciding.isPresent();
    }

    void decide(OpenExchange exchange, Subject subject, boolean sasl, int index) {
        deciding = Optional.of(exchange);
        asking = true;
        try {
            session.chain().data(subject, exchange, sasl, index, this);
        } finally {
            asking = false;
        }
        if (deciding.isPresent()) {
            gate.close(Gate.Reason.CHAIN);
        }
    }

    @Override
    public void go(Subject subject) {
        decided(x -> lines.go(x, subject));
    }

    @Override
    public void reply(Reply reply) {
        decided(x -> lines.cancel(x, Admission.Refused.of(reply)));
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
        decided(x -> lines.cancel(x, new Admission.Refused(status, reason)));
    }

    private void decided(Consumer<OpenExchange> act) {
        if (deciding.isEmpty() || session.state().ended()) {
            return;
        }
        OpenExchange exchange = deciding.get();
        deciding = Optional.empty();
        act.accept(exchange);
        if (!asking) {
            gate.open(Gate.Reason.CHAIN);
            session.commands().resume();
            session.toServer().flush();
        }
    }
}
