package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.PartVerdict;

/** What comes of a message when a part of it has gone on already: later lines, and literals that stream. */
final class Parts {

    private static final int LINE_END = 2;

    private final Seats seats;
    private final Calls calls;
    private Optional<StagedFlow> command = Optional.empty();
    private Optional<StagedFlow> response = Optional.empty();
    private Optional<PartVerdict.Close> closing = Optional.empty();

    Parts(Seats seats, Calls calls) {
        this.seats = seats;
        this.calls = calls;
    }

    Optional<String> closing() {
        return closing.map(PartVerdict.Close::reason);
    }

    Optional<String> closingCode() {
        return closing.flatMap(PartVerdict.Close::code);
    }

    void fail(String reason) {
        closing = closing.or(() -> Optional.of(PartVerdict.close(reason)));
    }

    /** Another command: of the last one nothing is under way. */
    void commandBegins() {
        command.ifPresent(StagedFlow::close);
        command = Optional.empty();
    }

    void responseBegins() {
        response.ifPresent(StagedFlow::close);
        response = Optional.empty();
    }

    void abandon(Occupant who) {
        command.ifPresent(f -> f.abandon(who));
        response.ifPresent(f -> f.abandon(who));
    }

    /** Shows a later line; false: nothing more of the message may go on. */
    boolean tail(Line line, Direction direction) {
        boolean up = direction == Direction.CLIENT_TO_PROXY;
        for (Seat seat : order(up)) {
            Occupant who = up ? seat.commandShown() : seat.responseShown();
            if (who != null && !tail(seat, who, line, direction)) {
                return false;
            }
        }
        return true;
    }

    /** The flow of a literal past those who were shown the beginning of its message. */
    LiteralFlow literal(Direction direction, long length, boolean literal8, int index) {
        boolean up = direction == Direction.CLIENT_TO_PROXY;
        List<LiteralStage> stages = new ArrayList<>(2);
        long octets = length;
        for (Seat seat : order(up)) {
            Occupant who = up ? seat.commandShown() : seat.responseShown();
            if (who != null && !who.gone() && seat.observes(up)) {
                // What a later line announces can't be announced anew.
                long announced = index == 0 ? seat.announced() : -1;
                LiteralStage stage = new LiteralStage(seat, who, direction, octets, announced, literal8, index);
                stages.add(stage);
                octets = stage.leaves();
            }
        }
        if (stages.isEmpty()) {
            return LiteralFlow.IDLE;
        }
        StagedFlow flow = new StagedFlow(stages, calls, seats);
        if (up) {
            command = Optional.of(flow);
        } else {
            response = Optional.of(flow);
        }
        return flow;
    }

    /** A guard that was shown the beginning has to be shown the end, if that says anything. */
    private boolean tail(Seat seat, Occupant who, Line line, Direction direction) {
        if (who.gone()) {
            boolean saysNothing = line.ends() && line.end() - line.start() <= LINE_END;
            if (seat.closed() && !saysNothing) {
                fail("an interceptor left");
                return false;
            }
            return true;
        }
        Verdict verdict = new Verdict();
        boolean well = calls.run(seat, who, "onTail", () -> verdict.ask(who, line, direction));
        if (!well && seat.closed()) {
            fail("an interceptor failed");
        }
        verdict.close().ifPresent(close -> closing = closing.or(() -> Optional.of(close)));
        return closing.isEmpty();
    }

    private List<Seat> order(boolean up) {
        List<Seat> all = seats.all();
        if (up || all.size() < 2) {
            return all;
        }
        List<Seat> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What came of a tail. */
    private static final class Verdict {

        private PartVerdict.@Nullable Close close;

        void ask(Occupant who, Line line, Direction direction) {
            Views.Tail view = new Views.Tail(direction, line);
            try {
                PartVerdict verdict = who.interceptor().onTail(view);
                if (verdict == null) {
                    throw new InvalidVerdict("null");
                }
                close = verdict instanceof PartVerdict.Close c ? c : null;
            } finally {
                view.expire();
            }
        }

        Optional<PartVerdict.Close> close() {
            return Optional.ofNullable(close);
        }
    }
}
