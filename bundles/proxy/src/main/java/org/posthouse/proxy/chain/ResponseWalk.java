package org.posthouse.proxy.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.ResponseVerdict;

/** A response on its way past the seats: from the last to the first. */
final class ResponseWalk extends Walk<ResponseVerdict.Decided> {

    private static final Set<ResponseName> NEVER_DROPPED = Set.of(
            ResponseName.EXPUNGE,
            ResponseName.EXISTS,
            ResponseName.RECENT,
            ResponseName.VANISHED,
            ResponseName.BYE,
            ResponseName.CAPABILITY,
            ResponseName.PREAUTH,
            ResponseNames.CONTINUATION);

    private final SessionCore core;
    private ResponseName name = ResponseNames.CONTINUATION;
    private boolean tagged;
    private boolean greeted;
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<ResponseOutcome> outcome = Optional.empty();

    ResponseWalk(SessionCore core, Seats seats, Calls calls) {
        super(core, seats, calls);
        this.core = core;
    }

    /** The greeting has gone on: from now on an untagged status is one of many. */
    void greeted() {
        greeted = true;
    }

    void response(
            Subject subject,
            ResponseName of,
            boolean isTagged,
            Optional<Exchange> ends,
            List<Seat> seats,
            int to,
            ResponseOutcome then) {
        name = of;
        tagged = isTagged;
        exchange = ends;
        outcome = Optional.of(then);
        begin(subject, seats, seats.size() - 1, to);
    }

    @Override
    boolean covers(Seat seat) {
        return seat.response(name).shown();
    }

    @Override
    boolean shows(Seat seat, Occupant who) {
        return true;
    }

    @Override
    void passes(Seat seat) {
        seat.showedResponse(null, false);
    }

    @Override
    Step ask(Seat seat, Occupant who) {
        seat.showedResponse(who, seat.response(name).observed());
        Views.Response view = new Views.Response(subject(), name, tagged);
        try {
            Optional<Exchange> known =
                    exchange.isPresent() && !who.knows(exchange.get().number()) ? Optional.empty() : exchange;
            ResponseVerdict verdict = who.interceptor().onResponse(view, known);
            if (verdict == ResponseVerdict.Pass.PASS) {
                return Step.ON;
            }
            if (verdict == null) {
                throw new InvalidVerdict("null");
            }
            return verdict.match(new Cases(seat, who));
        } finally {
            view.expire();
        }
    }

    @Override
    Step act(Seat seat, Occupant who, ResponseVerdict.Decided verdict) {
        return verdict.decide(new Cases(seat, who));
    }

    @Override
    void say(String refusal) {
        outcome.orElseThrow().unavailable(refusal);
    }

    @Override
    void on(Subject passed) {
        outcome.orElseThrow().go(passed);
    }

    private boolean mayDrop() {
        boolean fetch = name.equals(ResponseName.FETCH) || name.equals(ResponseNames.UIDFETCH);
        return !tagged && greeted && !NEVER_DROPPED.contains(name) && (!fetch || core.fetching());
    }

    /** Acts on one verdict. */
    private final class Cases implements ResponseVerdict.Cases<Step> {

        private final Seat seat;
        private final Occupant who;

        Cases(Seat seat, Occupant who) {
            this.seat = seat;
            this.who = who;
        }

        @Override
        public Step pass() {
            return Step.ON;
        }

        @Override
        public Step rewrite(ResponseVerdict.Rewrite verdict) {
            boolean resize = seat.response(name).resizes();
            long literal = Rewrites.response(
                    subject(), verdict.message(), resize, who.terms().changesContent());
            subject()
                    .become(
                            verdict.message(),
                            literal,
                            subject().spec(),
                            subject().redaction());
            if (resize) {
                seat.announced(literal);
            }
            return Step.ON;
        }

        @Override
        public Step drop() {
            Rewrites.check(mayDrop(), "a response that can't be dropped");
            ResponseOutcome to = outcome.orElseThrow();
            return decide(to::drop);
        }

        @Override
        public Step close(ResponseVerdict.Close verdict) {
            ResponseOutcome to = outcome.orElseThrow();
            return decide(() -> to.close(verdict.reason(), verdict.code()));
        }

        @Override
        public Step defer(ResponseVerdict.Defer verdict) {
            return ResponseWalk.this.defer(seat, who, verdict.later());
        }
    }
}
