package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.CommandOutcome;
import org.posthouse.proxy.chain.Subject;

/** What those behind the sender decided of an interceptor's own command. */
final class ErrandDecision implements CommandOutcome {

    private final Session session;
    private final Errands errands;
    private final Errand errand;

    ErrandDecision(Session session, Errands errands, Errand errand) {
        this.session = session;
        this.errands = errands;
        this.errand = errand;
    }

    @Override
    public void go(Subject subject) {
        if (!session.state().ended()) {
            errands.go(errand, subject);
        }
    }

    @Override
    public void reply(Reply reply) {
        answer(Admission.Refused.of(reply));
    }

    @Override
    public void close(String reason, Optional<String> code) {
        session.end(Ending.chosen(reason, code));
    }

    @Override
    public void abort(String reason) {
        session.end(Ending.chosen(reason, Optional.empty()));
    }

    @Override
    public void refused(String status, String reason) {
        answer(new Admission.Refused(status, reason));
    }

    private void answer(Admission.Refused reply) {
        if (!session.state().ended()) {
            errands.answer(errand, reply);
        }
    }
}
