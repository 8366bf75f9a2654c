package org.posthouse.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sessions at work against one port, until closed. Closing waits for all of them to end in good order, and throws
 * {@link AssertionError} with what any of them or the server found wrong.
 */
public final class Load implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Faults faults;
    private final AtomicLong turns = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch ready;
    private volatile boolean over;

    private Load(Faults faults, int sessions) {
        this.faults = faults;
        this.ready = new CountDownLatch(sessions);
    }

    /** So many sessions, the roles in turn; a third idles. Returns when all are logged in. */
    public static Load mixed(int port, int sessions, Faults faults) {
        Role[] cycle = {
            Role.IDLES,
            Role.FETCHES,
            Role.APPENDS,
            Role.IDLES,
            Role.LOGS_IN,
            Role.PIPELINES,
            Role.IDLES,
            Role.FETCHES,
            Role.PIPELINES
        };
        return start(port, sessions, faults, cycle);
    }

    /** So many sessions that pipeline what a guard forbids. */
    public static Load trespassing(int port, int sessions, Faults faults) {
        return start(port, sessions, faults, Role.TRESPASSES);
    }

    private static Load start(int port, int sessions, Faults faults, Role... cycle) {
        Load load = new Load(faults, sessions);
        try {
            for (int i = 0; i < sessions; i++) {
                Thread thread = new Thread(new LoadSession(port, cycle[i % cycle.length], i, load), "load-" + i);
                load.threads.add(thread);
                thread.start();
            }
            if (!load.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                faults.add("not all sessions could log in: " + load.ready.getCount() + " are missing");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return load;
    }

    /** What the sessions have done so far: it must grow, or nothing is shown. */
    public AtomicLong turns() {
        return turns;
    }

    /** Whether somebody has found something wrong already. */
    public boolean broken() {
        return !faults.found().isEmpty();
    }

    Faults faults() {
        return faults;
    }

    CountDownLatch ready() {
        return ready;
    }

    boolean over() {
        return over;
    }

    @Override
    public void close() {
        over = true;
        for (Thread each : threads) {
            try {
                each.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (each.isAlive()) {
                faults.add(each.getName() + " did not end");
            }
        }
        if (!faults.found().isEmpty()) {
            throw new AssertionError(String.join("\n", faults.found()));
        }
    }
}
