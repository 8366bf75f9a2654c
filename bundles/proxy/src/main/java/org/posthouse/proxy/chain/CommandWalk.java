package org.posthouse.proxy.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Reply;

/** A command, or a client's line of data, on its way past the seats: from the first to the last. */
final class CommandWalk extends Walk<CommandVerdict.Decided> {

    private static final String UNAVAILABLE = "NO [UNAVAILABLE]";

    private final SessionCore core;
    private final Consumer<Occupant> awaits;
    private Optional<Exchange> current = Optional.empty();
    private CommandOutcome outcome = NoOutcome.NONE;
    private boolean data;
    private boolean sasl;
    private int index;

    /** The last is told who has to see the result of the exchange. */
    CommandWalk(SessionCore core, Seats seats, Calls calls, Consumer<Occupant> awaits) {
        super(core, seats, calls);
        this.core = core;
        this.awaits = awaits;
    }

    void command(Subject subject, Exchange exchange, List<Seat> seats, int from, CommandOutcome to) {
        current = Optional.of(exchange);
        outcome = to;
        data = false;
        begin(subject, seats, from, seats.size());
    }

    void data(Subject line, Exchange exchange, boolean ofSasl, int number, List<Seat> seats, CommandOutcome to) {
        current = Optional.of(exchange);
        outcome = to;
        data = true;
        sasl = ofSasl;
        index = number;
        begin(line, seats, 0, seats.size());
    }

    /** The exchange under decision. */
    Optional<Exchange> deciding() {
        return active() && !data ? current : Optional.empty();
    }

    @Override
    boolean covers(Seat seat) {
        if (!data) {
            return seat.command(subject().spec(), subject().name()).shown();
        }
        boolean done = exchange().command().equals(CommandName.IDLE);
        boolean known = CommandSpec.of(exchange().command()).known();
        return (!done || seat.state() == Seat.State.SERVED)
                && seat.wish().data(exchange().command(), known);
    }

    @Override
    boolean shows(Seat seat, Occupant who) {
        long number = exchange().number();
        return who.knows(number) || (seat.closed() && (!data || seat.knew(number)));
    }

    @Override
    void passes(Seat seat) {
        if (!data) {
            seat.showedCommand(null, 0, false);
        }
    }

    @Override
    Step ask(Seat seat, Occupant who) {
        return data ? askData(seat, who) : askCommand(seat, who);
    }

    private Step askCommand(Seat seat, Occupant who) {
        who.takesOver(exchange().number());
        boolean literals = seat.command(subject().spec(), subject().name()).observed();
        seat.showedCommand(who, exchange().number(), literals);
        Views.Command view =
                new Views.Command(subject(), exchange().tag(), subject().name());
        try {
            return verdict(seat, who, who.interceptor().onCommand(view, exchange()));
        } finally {
            view.expire();
        }
    }

    private Step askData(Seat seat, Occupant who) {
        if (!who.knows(exchange().number())) {
            return refuse("an interceptor was replaced", seat);
        }
        Views.Data view = new Views.Data(subject(), sasl, index);
        try {
            return verdict(seat, who, who.interceptor().onData(view, exchange()));
        } finally {
            view.expire();
        }
    }

    private Step verdict(Seat seat, Occupant who, CommandVerdict verdict) {
        if (verdict == CommandVerdict.Pass.PASS) {
            return Step.ON;
        }
        if (verdict == null) {
            throw new InvalidVerdict("null");
        }
        return verdict.match(new Cases(seat, who));
    }

    @Override
    Step act(Seat seat, Occupant who, CommandVerdict.Decided verdict) {
        return verdict.decide(new Cases(seat, who));
    }

    @Override
    void say(String refusal) {
        outcome.refused(UNAVAILABLE, refusal);
    }

    @Override
    void on(Subject passed) {
        outcome.go(passed);
    }

    private Exchange exchange() {
        return current.orElseThrow();
    }

    /** Acts on one verdict. */
    private final class Cases implements CommandVerdict.Cases<Step> {

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
        public Step rewrite(CommandVerdict.Rewrite verdict) {
            boolean resize = seat.command(subject().spec(), subject().name()).resizes();
            Rewrites.check(!data, "a line of data can't be rewritten");
            Rewrites.Framed framed =
                    Rewrites.command(subject(), verdict.message(), exchange().tag(), resize);
            Redaction redaction = Redaction.ofCommand(framed.spec(), true, core.authenticated());
            subject().become(verdict.message(), framed.literal(), framed.spec(), redaction);
            if (resize) {
                seat.announced(framed.literal());
            }
            if (verdict.awaitsResult()) {
                who.awaits(exchange().number());
                awaits.accept(who);
            }
            return Step.ON;
        }

        @Override
        public Step reply(Reply verdict) {
            Rewrites.check(!data || sasl, "only a SASL exchange can be cancelled");
            CommandOutcome to = outcome;
            return decide(() -> to.reply(verdict));
        }

        @Override
        public Step close(CommandVerdict.Close verdict) {
            CommandOutcome to = outcome;
            return decide(() -> to.close(verdict.reason(), verdict.code()));
        }

        @Override
        public Step abort(CommandVerdict.Abort verdict) {
            Rewrites.check(!data || sasl, "DONE can only pass, be deferred or close");
            CommandOutcome to = outcome;
            return decide(() -> to.abort(verdict.reason()));
        }

        @Override
        public Step defer(CommandVerdict.Defer verdict) {
            return CommandWalk.this.defer(seat, who, verdict.later());
        }
    }
}
