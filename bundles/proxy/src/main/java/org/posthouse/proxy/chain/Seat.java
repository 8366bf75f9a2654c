package org.posthouse.proxy.chain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Interest;

/**
 * A slot in one session: who sits there, or that nobody does. An update puts another occupant on the same seat. Thread:
 * the session's loop.
 */
final class Seat implements OwnCommand.Sender {

    /** What becomes of a message that it covers. */
    enum State {
        /** Shown to the occupant. */
        SERVED,
        /** Held for a successor, then refused. */
        VACANT,
        /** Refused at once. */
        REFUSING,
        /** Goes on: the occupant isn't interested, has failed open, or the seat is gone. */
        SKIPPED
    }

    private Slot slot;
    private State state = State.SKIPPED;
    private Optional<Occupant> occupant = Optional.empty();
    private Wish wish = Wish.unknown();
    private int failures;
    private int held;
    private @Nullable Occupant sentUp;
    private @Nullable Occupant sentDown;
    private @Nullable Occupant command;
    private @Nullable Occupant response;
    private long shownExchange;
    private long announced = -1;
    private boolean commandLiterals;
    private boolean responseLiterals;
    private boolean givenUp;

    Seat(Slot slot) {
        this.slot = slot;
    }

    @Override
    public String id() {
        return slot.id();
    }

    Slot slot() {
        return slot;
    }

    void slot(Slot newer) {
        slot = newer;
    }

    State state() {
        return state;
    }

    Optional<Occupant> occupant() {
        return occupant;
    }

    Wish wish() {
        return wish;
    }

    /** Somebody sits down. */
    void seat(Occupant who, Interest interest) {
        occupant = Optional.of(who);
        state = State.SERVED;
        failures = 0;
        wish(interest);
    }

    void wish(Interest interest) {
        givenUp = false;
        wish = Wish.of(interest, slot.served().map(Registered::mutate).orElse(false));
        slot.figures().asked(interest.toString());
    }

    /** Nobody sits there any more; what it asked for last is still known. */
    void empty(State then) {
        occupant = Optional.empty();
        state = then;
    }

    /** What becomes of messages while its slot is suspended. */
    State suspended() {
        return slot.refusesSuspended() ? State.REFUSING : State.SKIPPED;
    }

    /** What it covered was held for a successor in vain. */
    void giveUp() {
        givenUp = true;
    }

    /** Whether nothing more is held for a successor. */
    boolean givenUp() {
        return givenUp;
    }

    boolean closed() {
        return slot.closed();
    }

    /** One failure more; how many there have been of this occupant. */
    int failed() {
        return ++failures;
    }

    /** What it wants of a command. */
    Treatment command(CommandSpec spec, CommandName name) {
        return state == State.SKIPPED ? Treatment.NONE : spec.known() ? wish.command(name) : wish.unknownCommand(name);
    }

    Treatment response(ResponseName name) {
        return state == State.SKIPPED ? Treatment.NONE : wish.response(name);
    }

    boolean wants() {
        return state != State.SKIPPED && !wish.interest().isNone();
    }

    /** The first line of the command under way was shown to this one. */
    void showedCommand(@Nullable Occupant who, long exchange, boolean literals) {
        command = who;
        commandLiterals = literals;
        announced = -1;
        if (who != null) {
            shownExchange = exchange;
        }
    }

    void showedResponse(@Nullable Occupant who, boolean literals) {
        response = who;
        responseLiterals = literals;
        announced = -1;
    }

    /** Who was shown the beginning of the command under way; null: nobody. */
    @Nullable
    Occupant commandShown() {
        return command;
    }

    @Nullable
    Occupant responseShown() {
        return response;
    }

    /** Whether it watches the literals of the message under way, or has announced them anew. */
    boolean observes(boolean up) {
        return up ? commandLiterals : responseLiterals;
    }

    /** Whether an occupant of this seat, maybe an earlier one, was shown the command of this exchange. */
    boolean knew(long exchange) {
        return shownExchange == exchange;
    }

    /** It announced the literal of the message under way anew, with so many octets. */
    void announced(long octets) {
        announced = octets;
    }

    /** What it announced anew; -1: nothing. */
    long announced() {
        return announced;
    }

    /** Whether a line on its way out is shown: from the next first line on. */
    boolean showsSent(boolean upstream, boolean first) {
        if (first) {
            Occupant who = wish.sent() ? occupant.orElse(null) : null;
            if (upstream) {
                sentUp = who;
            } else {
                sentDown = who;
            }
        }
        Occupant who = upstream ? sentUp : sentDown;
        return who != null && occupant.isPresent() && occupant.get() == who;
    }

    boolean fits(int octets) {
        return held + octets <= slot.terms().budget();
    }

    void count(int octets) {
        held += octets;
    }
}
