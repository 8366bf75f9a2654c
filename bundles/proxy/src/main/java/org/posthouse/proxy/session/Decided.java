package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.CommandOutcome;
import org.posthouse.proxy.chain.ResponseOutcome;
import org.posthouse.proxy.chain.Subject;

/** Whether a message may go on as it came, decided at once. Stands in until the session acts on every outcome. */
final class Decided implements CommandOutcome, ResponseOutcome {

    private boolean went;

    boolean went() {
        return went;
    }

    void yes() {
        went = true;
    }

    @Override
    public void go(Subject subject) {
        went = true;
    }

    @Override
    public void reply(Reply reply) {}

    @Override
    public void close(String reason, Optional<String> code) {}

    @Override
    public void abort(String reason) {}

    @Override
    public void refused(String status, String reason) {}

    @Override
    public void drop() {}

    @Override
    public void unavailable(String reason) {}
}
