package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Exchange;
import org.posthouse.proxy.chain.ResponseOutcome;
import org.posthouse.proxy.chain.Subject;

/**
 * The chain's decision on a response, made at once or later: until then the server's direction is held and nothing of the
 * response is with the client.
 */
final class ResponseDecision implements ResponseOutcome {

    private final Session session;
    private final ResponseLines lines;
    private boolean deciding;
    private boolean asking;

    ResponseDecision(Session session, ResponseLines lines) {
        this.session = session;
        this.lines = lines;
    }

    /** Whether a response waits for its decision: no other may pass it. */
    boolean deciding() {
        return deciding;
    }

    void decide(Incoming response, Subject subject, ResponseName name) {
        deciding = true;
        asking = true;
        Optional<Exchange> exchange = response.exchange().map(Exchange.class::cast);
        try {
            if (response.errand().isPresent()) {
                Errand errand = response.errand().get();
                OpenExchange own = errand.exchange().orElseThrow();
                session.chain().claimed(errand.command().sender(), subject, name, response.tagged(), own, this);
            } else {
                session.chain().response(subject, name, response.tagged(), exchange, this);
            }
        } finally {
            asking = false;
        }
        if (deciding) {
            session.responses().pause();
        }
    }

    @Override
    public void go(Subject subject) {
        decided(() -> lines.go(subject));
    }

    @Override
    public void drop() {
        decided(lines::drop);
    }

    @Override
    public void close(String reason, Optional<String> code) {
        decided(() -> session.end(Ending.chosen(reason, code).now()));
    }

    @Override
    public void unavailable(String reason) {
        decided(() -> session.end(Ending.unavailable(reason).now()));
    }

    private void decided(Runnable act) {
        if (!deciding || session.state().ended()) {
            return;
        }
        deciding = false;
        act.run();
        if (!asking) {
            lines.decidedLate();
            session.responses().unpause();
        }
    }
}
