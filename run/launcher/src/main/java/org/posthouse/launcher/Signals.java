package org.posthouse.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/** TERM and INT: the first drains, the second ends at once. Handlers run on threads of the virtual machine, never on ours. */
final class Signals {
    private static final Duration LAST_LINES = Duration.ofMillis(200);
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Runnable drain;
    private final Console console;
    private final Log log;

    Signals(Runnable drain, Console console, Log log) {
        this.drain = drain;
        this.console = console;
        this.log = log;
    }

    void install() {
        for (String name : List.of("TERM", "INT")) {
            Signal.handle(new Signal(name), this::received);
        }
    }

    private void received(Signal signal) {
        if (draining.compareAndSet(false, true)) {
            log.info("draining signal=" + signal.getName());
            drain.run();
            return;
        }
        log.warn("ended at once signal=" + signal.getName());
        console.drain(LAST_LINES);
        // No hooks: one of them may be what hangs.
        Runtime.getRuntime().halt(ExitCode.TERMINATED.number());
    }
}
