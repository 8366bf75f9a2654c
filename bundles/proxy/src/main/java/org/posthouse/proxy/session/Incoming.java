package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;

/** The one response that is on its way through the proxy. Reused for the next. */
final class Incoming {

    private int head;
    private boolean ends;
    private Optional<OpenExchange> exchange = Optional.empty();
    private Optional<Errand> errand = Optional.empty();

    /**
     * Another response begins.
     *
     * @param newHead packed, see {@link ResponseHead}
     * @param whole whether it ends with what is decided on now
     * @param ended the exchange whose tagged result it is
     */
    void begin(int newHead, boolean whole, Optional<OpenExchange> ended) {
        head = newHead;
        ends = whole;
        exchange = ended;
        errand = ended.flatMap(OpenExchange::own);
    }

    /** It belongs to an interceptor's own command, not to the client. */
    void claimedBy(Errand running) {
        errand = Optional.of(running);
    }

    /** The own command that it belongs to. */
    Optional<Errand> errand() {
        return errand;
    }

    int head() {
        return head;
    }

    Kind kind() {
        return ResponseHead.kind(head);
    }

    Status status() {
        return ResponseHead.status(head);
    }

    boolean tagged() {
        return kind() == Kind.TAGGED;
    }

    /** Whether nothing of it is to come behind what is decided on. */
    boolean ends() {
        return ends;
    }

    /** The command that it ends. */
    Optional<OpenExchange> exchange() {
        return exchange;
    }
}
