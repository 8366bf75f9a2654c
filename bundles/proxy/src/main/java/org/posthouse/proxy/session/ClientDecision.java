package org.posthouse.proxy.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.CommandOutcome;

/**
 * The chain's decision on something that the client has sent, made at once or later: until then the client's direction
 * is held, and nothing of it is upstream.
 */
abstract class ClientDecision implements CommandOutcome {

    private final Session session;
    private final Gate gate;
    private Optional<OpenExchange> deciding = Optional.empty();
    private boolean asking;

    ClientDecision(Session session, Gate gate) {
        this.session = session;
        this.gate = gate;
    }

    final Session session() {
        return session;
    }

    /** The exchange that is being decided on. */
    final Optional<OpenExchange> deciding() {
        return deciding;
    }

    /** Asks the chain, which answers before this returns or later. */
    final void begin(OpenExchange exchange, Runnable ask) {
        deciding = Optional.of(exchange);
        asking = true;
        try {
            ask.run();
        } finally {
            asking = false;
        }
        if (deciding.isPresent()) {
            gate.close(Gate.Reason.CHAIN);
        }
    }

    /** The client gets this in the server's place. */
    abstract void answer(OpenExchange exchange, Admission.Refused reply);

    /** The decision came late, and the gate is open again: what waited for it goes on. */
    abstract void goOn();

    /** What was decided may happen now, or behind something else. */
    void due(Runnable act) {
        act.run();
    }

    /** It has happened. */
    void over() {}

    final void decided(Consumer<OpenExchange> act) {
        due(() -> now(act));
    }

    private void now(Consumer<OpenExchange> act) {
        if (deciding.isEmpty() || session.state().ended()) {
            return;
        }
        OpenExchange exchange = deciding.get();
        deciding = Optional.empty();
        act.accept(exchange);
        over();
        if (!asking) {
            gate.open(Gate.Reason.CHAIN);
            goOn();
        }
    }

    @Override
    public final void reply(Reply reply) {
        decided(x -> answer(x, Admission.Refused.of(reply)));
    }

    @Override
    public final void refused(String status, String reason) {
        decided(x -> answer(x, new Admission.Refused(status, reason)));
    }

    @Override
    public final void close(String reason, Optional<String> code) {
        decided(x -> session.end(Ending.chosen(reason, code)));
    }

    @Override
    public final void abort(String reason) {
        decided(x -> session.end(Ending.chosen(reason, Optional.empty())));
    }
}
