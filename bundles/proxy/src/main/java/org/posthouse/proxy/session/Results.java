package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.session.ContinuationLedger.Awaiting;

/** What the server's status responses and continuation requests mean for the session. */
final class Results {

    private final Session session;
    private boolean unknown;
    private boolean early;

    Results(Session session) {
        this.session = session;
    }

    /** A response begins: before login, what answers no command that we know may repeat a password as its tag. */
    void of(Kind kind, Optional<OpenExchange> exchange) {
        boolean known = exchange.isPresent() && exchange.get().spec().known();
        unknown = kind == Kind.TAGGED && !known && !session.state().authenticated();
        // A line that was sent behind a login may be answered after it.
        early = kind == Kind.TAGGED
                && (!known
                        || !session.state().authenticated()
                        || exchange.filter(Results::login).isPresent());
    }

    /** How much of the response people may read. */
    Redaction redaction(int head) {
        boolean challenge =
                ResponseHead.kind(head) == Kind.CONTINUATION && session.ledger().kind() == Continuation.SASL;
        Redaction tagged = unknown ? Redaction.TAG : early ? Redaction.ODD_TAG : Redaction.NONE;
        return challenge ? Redaction.CHALLENGE : tagged;
    }

    /** Before the tagged result goes on: a list in it is that of the new state. */
    void before(OpenExchange exchange, Status status) {
        if (status != Status.OK) {
            return;
        }
        CommandSpec spec = exchange.spec();
        if (login(exchange)) {
            session.toAuthenticated();
        } else if (spec == CommandSpec.UNAUTHENTICATE) {
            session.toNotAuthenticated();
        }
    }

    private static boolean login(OpenExchange exchange) {
        return exchange.spec() == CommandSpec.LOGIN || exchange.spec() == CommandSpec.AUTHENTICATE;
    }

    /** After the line has gone on. */
    void after(Kind kind, Status status, Optional<OpenExchange> exchange) {
        if (exchange.isPresent()) {
            ended(exchange.get(), status);
        } else if (kind == Kind.CONTINUATION) {
            continuation();
        } else if (kind == Kind.STATUS && status == Status.BAD) {
            untaggedBad();
        }
    }

    private void ended(OpenExchange exchange, Status status) {
        CommandSpec spec = exchange.spec();
        if (status == Status.OK && (spec == CommandSpec.LOGIN || spec == CommandSpec.AUTHENTICATE)) {
            session.event(new SessionEvent.Authenticated());
        } else if (status == Status.OK && spec == CommandSpec.UNAUTHENTICATE) {
            session.event(new SessionEvent.Unauthenticated());
        }
        session.commands().continuations().ended(exchange, status);
        session.exchanges().recycle(exchange);
    }

    private void continuation() {
        if (session.ledger().grant()) {
            session.commands().continuations().granted();
        }
    }

    /** Nothing else is outstanding, so it is the answer to the literal that waits (R3). */
    private void untaggedBad() {
        if (session.ledger().awaiting() != Awaiting.LITERAL
                || session.exchanges().size() != 1) {
            return;
        }
        OpenExchange refused = session.exchanges().cancelNewest();
        session.responder().tagged(refused.tag(), "BAD", "the server refused the literal");
        session.commands().continuations().ended(refused, Status.BAD);
    }
}
