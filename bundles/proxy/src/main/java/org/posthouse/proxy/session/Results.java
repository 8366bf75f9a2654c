package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Continuation;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.imap.wire.StatusCode;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.session.ContinuationLedger.Awaiting;

/** What the server's responses mean for the session. */
final class Results {

    private final Session session;
    private boolean unknown;
    private boolean early;

    Results(Session session) {
        this.session = session;
    }

    /** How much of the response people may read. */
    Redaction redaction(int head) {
        boolean challenge =
                ResponseHead.kind(head) == Kind.CONTINUATION && session.ledger().kind() == Continuation.SASL;
        Redaction tagged = unknown ? Redaction.TAG : early ? Redaction.ODD_TAG : Redaction.NONE;
        return challenge ? Redaction.CHALLENGE : tagged;
    }

    /** A response has come, nobody has seen it: what it says of the session holds from now on. */
    void before(Incoming response, ByteBuf in, int pos, int end) {
        // Before login, what answers no command that we know may repeat a password as its tag.
        Optional<OpenExchange> exchange = response.exchange();
        boolean known = exchange.isPresent() && exchange.get().spec().known();
        unknown = response.tagged() && !known && !session.state().authenticated();
        // A line that was sent behind a login may be answered after it.
        early = response.tagged()
                && (!known
                        || !session.state().authenticated()
                        || exchange.filter(Results::login).isPresent());
        if (exchange.isPresent()) {
            result(exchange.get(), response.status(), in, pos, end);
        } else if (response.kind() == Kind.STATUS) {
            status(response, in, pos, end);
        } else if (ResponseHead.data(response.head()) == DataName.ENABLED) {
            session.facts().enabled(in.toString(pos, end - pos, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean login(OpenExchange exchange) {
        return LoginRefusal.login(exchange.spec());
    }

    /** The client hears this in place of the server's result of a login that was cancelled. */
    void instead(Incoming response, Admission.Refused reply) {
        if (response.status() == Status.OK) {
            session.end(Ending.unavailable("the server took a login that was cancelled")
                    .now());
        } else {
            OpenExchange exchange = response.exchange().orElseThrow();
            session.responder().tagged(exchange.tag(), reply.status(), reply.reason());
        }
    }

    /** After the response has gone on, or was kept from the client. */
    void after(Incoming response) {
        if (response.exchange().isPresent()) {
            OpenExchange exchange = response.exchange().get();
            Optional<Errand> own = exchange.own();
            session.commands().continuations().ended(exchange, response.status());
            session.over(exchange);
            own.ifPresent(e -> session.errands().ended(e));
        } else if (response.kind() == Kind.CONTINUATION) {
            continuation();
        } else if (response.kind() == Kind.STATUS && response.status() == Status.BAD) {
            untaggedBad();
        }
        session.errands().start();
    }

    private void status(Incoming response, ByteBuf in, int pos, int end) {
        if (response.status() == Status.BYE) {
            session.toLoggedOut();
        } else if (ResponseHead.code(response.head())
                && session.facts().selected()
                && session.exchanges().changingState()
                && StatusCode.find(in, pos, end, "CLOSED").isPresent()) {
            unselected();
        }
    }

    private void result(OpenExchange exchange, Status status, ByteBuf in, int pos, int end) {
        CommandSpec spec = exchange.spec();
        if (!spec.barrier()) {
            return;
        }
        boolean selects = spec == CommandSpec.SELECT || spec == CommandSpec.EXAMINE;
        if (status == Status.OK && login(exchange)) {
            session.loggedIn(exchange);
        } else if (login(exchange)) {
            boolean judged = exchange.instead()
                    .map(LoginRefusal::judged)
                    .orElseGet(() -> status == Status.NO && LoginRefusal.judged(in, pos, end));
            session.visit().loginFailed(exchange, judged);
        } else if (status == Status.OK && spec == CommandSpec.UNAUTHENTICATE) {
            session.loggedOff();
        } else if (status == Status.OK && selects) {
            session.facts().select(exchange);
            boolean readOnly = spec == CommandSpec.EXAMINE
                    || StatusCode.find(in, pos, end, "READ-ONLY").isPresent();
            exchange.mailbox().ifPresent(m -> session.event(new SessionEvent.Selected(m, readOnly)));
        } else if (status == Status.OK && (spec == CommandSpec.CLOSE || spec == CommandSpec.UNSELECT)) {
            unselected();
        } else if (status == Status.NO && selects) {
            unselected();
        } else if (status == Status.OK && spec == CommandSpec.LOGOUT) {
            session.visit().loggedOut();
        }
    }

    private void unselected() {
        if (session.facts().unselect()) {
            session.event(new SessionEvent.Unselected());
        }
    }

    private void continuation() {
        boolean idles = session.ledger().idling() && !session.ledger().granted();
        if (session.ledger().grant()) {
            if (idles) {
                session.event(new SessionEvent.Idling());
            }
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
        session.over(refused);
    }
}
