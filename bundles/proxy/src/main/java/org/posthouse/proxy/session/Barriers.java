package org.posthouse.proxy.session;

import org.posthouse.proxy.session.ContinuationLedger.Awaiting;

/**
 * Holds the client behind a command that changes the session's state while somebody judges by that state (design,
 * chapter 5): else {@code SELECT Public}, {@code STORE …} would be judged on the mailbox before.
 */
final class Barriers {

    private final Session session;
    private final Gate gate;

    Barriers(Session session, Gate gate) {
        this.session = session;
        this.gate = gate;
    }

    /** Looked at whenever a command has gone up, a result has come or the chain has changed. True: held bytes may go on. */
    boolean update() {
        if (due()) {
            gate.close(Gate.Reason.BARRIER);
            return false;
        }
        return gate.open(Gate.Reason.BARRIER);
    }

    /** Never within a command or a dialogue of data lines: those have to end first. */
    private boolean due() {
        return session.chain().plan().stateDependent()
                && session.exchanges().changingState()
                && session.ledger().awaiting() == Awaiting.NOTHING
                && !session.commands().commands().way().halfSent();
    }
}
