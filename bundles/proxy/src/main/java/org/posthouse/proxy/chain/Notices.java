package org.posthouse.proxy.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators have to know of a place in a chain, said once for all sessions of the listener. */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private Notices() {}

    /** Something is refused because nobody serves the seat: until somebody does. */
    static void refused(SessionCore core, Seat seat) {
        if (seat.slot().figures().refusesFirst()) {
            LOG.error(
                    "session={} listener={} interceptor={} event=refused reason=\"nobody serves it: what it guards is"
                            + " refused, in all sessions; to do without it take it out of interceptors\"",
                    core.id(),
                    core.listener(),
                    seat.id());
        }
    }

    /** A guard that somebody counts on wants nothing: its configuration may be gone. */
    static void guardsNothing(SessionCore core, Seat seat) {
        if (seat.closed() && seat.slot().required() && seat.slot().figures().idlesFirst()) {
            LOG.warn(
                    "session={} listener={} interceptor={} event=guards-nothing reason=\"it asks for nothing: look at its"
                            + " configuration\"",
                    core.id(),
                    core.listener(),
                    seat.id());
        }
    }
}
