package org.posthouse.bench.load;

import java.util.Optional;

/** What all sessions of one run share. Lives on the event loop. */
final class Crew {
    private final Workload workload;
    private final byte[] data;
    private final Optional<byte[]> literal;
    private final Runnable onChange;
    private boolean stopping;
    private long operations;
    private int idling;
    private int open;
    private Optional<String> wrong = Optional.empty();

    /** @param onChange called after a session opened, idles or ended */
    Crew(Workload workload, Runnable onChange) {
        this.workload = workload;
        this.data = workload.data();
        this.literal = workload.literal();
        this.onChange = onChange;
    }

    Workload workload() {
        return workload;
    }

    /** Not a copy: each session expects it with every operation. */
    byte[] data() {
        return data;
    }

    Optional<byte[]> literal() {
        return literal;
    }

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    void done() {
        operations++;
    }

    long operations() {
        return operations;
    }

    void opened() {
        open++;
    }

    void idles() {
        idling++;
        onChange.run();
    }

    void ended() {
        open--;
        onChange.run();
    }

    int open() {
        return open;
    }

    int idling() {
        return idling;
    }

    /** The first wrong answer is the one to tell; those behind it are often its consequences. */
    void wrong(String what) {
        if (wrong.isEmpty()) {
            wrong = Optional.of(what);
        }
        stopping = true;
        onChange.run();
    }

    Optional<String> wrong() {
        return wrong;
    }
}
