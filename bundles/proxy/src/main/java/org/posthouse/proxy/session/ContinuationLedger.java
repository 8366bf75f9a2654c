package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.imap.wire.Continuation;

/**
 * Whose the server's next {@code +} is (R3, R4). At most one exchange may await one, because the client direction is
 * held until it is decided.
 */
final class ContinuationLedger {

    /** What the exchange that may claim a {@code +} waits for. */
    enum Awaiting {
        /** Nobody waits: a {@code +} is forwarded and changes nothing. */
        NOTHING,
        /** The octets of a synchronising literal. */
        LITERAL,
        /** Lines of data, one for each {@code +}. */
        DATA
    }

    private Awaiting awaiting = Awaiting.NOTHING;
    private Optional<OpenExchange> claimant = Optional.empty();
    private int credits;
    private boolean spent;
    private boolean ours;

    /**
     * Waits for the server to grant a literal.
     *
     * @param announcedByUs the client did not ask: the {@code +} is not for it
     */
    void awaitLiteral(OpenExchange exchange, boolean announcedByUs) {
        begin(Awaiting.LITERAL, exchange);
        ours = announcedByUs;
    }

    void awaitData(OpenExchange exchange) {
        begin(Awaiting.DATA, exchange);
    }

    /** Whether the next {@code +} is ours and not the client's. */
    boolean ours() {
        return ours;
    }

    Awaiting awaiting() {
        return awaiting;
    }

    /** Whether the client's next line is data, not a command. */
    boolean data() {
        return awaiting == Awaiting.DATA;
    }

    /** What kind of data; NONE outside {@link #data()}. */
    Continuation kind() {
        return data() ? claimant.map(x -> x.spec().continuation()).orElse(Continuation.NONE) : Continuation.NONE;
    }

    /** Whether the session is in IDLE, its DONE not yet sent. */
    boolean idling() {
        return !spent && kind() == Continuation.IDLE;
    }

    /** A {@code +} has come; whether it releases anything. IDLE has one line, whatever the server repeats. */
    boolean grant() {
        boolean releases = awaiting != Awaiting.NOTHING;
        if (kind() == Continuation.IDLE) {
            releases = !spent;
            credits = releases ? 1 : 0;
        } else if (data()) {
            credits++;
        } else if (releases) {
            clear();
        }
        return releases;
    }

    /** Whether a line of data may go upstream now. */
    boolean granted() {
        return credits > 0;
    }

    /** One line of data goes upstream; whether another one may follow. */
    boolean spend() {
        spent = true;
        return --credits > 0;
    }

    /** Whether any line of data has gone upstream. */
    boolean spent() {
        return spent;
    }

    /** Who waits; empty if nobody does. */
    Optional<OpenExchange> claimant() {
        return claimant;
    }

    boolean claimedBy(OpenExchange exchange) {
        return claimant.isPresent() && claimant.get() == exchange;
    }

    /** The claimant has its result: nothing is awaited any more. */
    void clear() {
        awaiting = Awaiting.NOTHING;
        claimant = Optional.empty();
        credits = 0;
        spent = false;
        ours = false;
    }

    private void begin(Awaiting what, OpenExchange exchange) {
        clear();
        awaiting = what;
        claimant = Optional.of(exchange);
    }
}
