package org.posthouse.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import sun.misc.Signal;

/**
 * TERM and INT: the first drains; a second one ends at once if it comes a second later at least, so that a service manager and a shell that
 * both pass one on don't cut the drain short. Handlers run on threads of the virtual machine, never on ours.
 */
final class Signals {
    private static final Duration INSISTENCE = Duration.ofSeconds(1);
    private final Runnable drain;
    private final Runnable end;
    private final LongSupplier nanos;
    private final Log log;
    private Optional<Long> first = Optional.empty();

    /**
     * @param drain begins the stop, returns at once
     * @param end ends the process
     * @param nanos a clock as {@link System#nanoTime()}
     */
    Signals(Runnable drain, Runnable end, LongSupplier nanos, Log log) {
        this.drain = drain;
        this.end = end;
        this.nanos = nanos;
        this.log = log;
    }

    void install() {
        for (String name : List.of("TERM", "INT")) {
            Signal.handle(new Signal(name), signal -> received(signal.getName()));
        }
    }

    void received(String signal) {
        Optional<Duration> since = sinceFirst();
        if (since.isEmpty()) {
            log.info("draining signal=" + signal);
            drain.run();
        } else if (since.get().compareTo(INSISTENCE) >= 0) {
            log.warn("ended at once signal=" + signal);
            end.run();
        } else {
            log.info("still draining signal=" + signal);
        }
    }

    /** Empty for the first signal itself. */
    private synchronized Optional<Duration> sinceFirst() {
        long now = nanos.getAsLong();
        Optional<Duration> since = first.map(then -> Duration.ofNanos(now - then));
        first = Optional.of(first.orElse(now));
        return since;
    }
}
