package org.posthouse.proxy.chain;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.Interest;

/** An interceptor in one session, and what of it is in flight. Thread: the session's loop. */
final class Occupant {

    private final Seat seat;
    private final Facade facade;
    private Registered service;
    private Interceptor interceptor;
    private final Set<Long> awaited = new HashSet<>(0);
    private final CompletableFuture<Void> departed = new CompletableFuture<>();
    private Registered terms;
    private Interest given;
    private long joinedAfter;
    private int inFlight;
    private boolean leaving;
    private DetachReason why = DetachReason.SESSION_CLOSED;

    Occupant(Seat seat, Registered service, Facade facade, Interceptor interceptor, Interest given, long joinedAfter) {
        this.seat = seat;
        this.service = service;
        this.terms = service;
        this.facade = facade;
        this.interceptor = interceptor;
        this.given = given;
        this.joinedAfter = joinedAfter;
    }

    Seat seat() {
        return seat;
    }

    Registered service() {
        return service;
    }

    /** Its service's properties as this occupant knows them. */
    Registered terms() {
        return terms;
    }

    /** What its factory says it is interested in, since those properties. */
    Interest given() {
        return given;
    }

    void given(Registered newer, Interest interest) {
        terms = newer;
        given = interest;
    }

    Interceptor interceptor() {
        return interceptor;
    }

    Facade facade() {
        return facade;
    }

    /** Whether the exchange of this number began after it joined. */
    boolean knows(long exchange) {
        return exchange > joinedAfter;
    }

    /** It takes over what was held for it. */
    void takesOver(long exchange) {
        joinedAfter = Math.min(joinedAfter, exchange - 1);
    }

    /** Something of it is under way. */
    void hold() {
        inFlight++;
    }

    /** That is over; true: nothing else is, and it was waited for. */
    boolean release() {
        return --inFlight == 0 && leaving;
    }

    /** It has to see the result of this exchange. */
    void awaits(long exchange) {
        if (awaited.add(exchange)) {
            inFlight++;
        }
    }

    /** That exchange is over; true as for {@link #release}. */
    boolean ended(long exchange) {
        return awaited.remove(exchange) && release();
    }

    boolean awaitsSomething() {
        return !awaited.isEmpty();
    }

    /** It has to go; true: at once. */
    boolean leave(DetachReason reason) {
        leaving = true;
        why = reason;
        return inFlight == 0;
    }

    DetachReason why() {
        return why;
    }

    /** It has had its last call: nothing of its bundle is kept. */
    void depart() {
        facade.close();
        service = service.gone();
        terms = service;
        interceptor = Nobody.INTERCEPTOR;
        departed.complete(null);
    }

    boolean gone() {
        return departed.isDone();
    }

    CompletableFuture<Void> departed() {
        return departed;
    }
}
