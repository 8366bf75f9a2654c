package org.posthouse.itest.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What any side found wrong; the first ones are kept. Thread-safe. */
public final class Faults {

    private static final int KEPT = 20;

    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    /** Notes one. */
    public void add(String what) {
        if (found.size() < KEPT) {
            found.add(what);
        }
    }

    /** All that were kept. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** Notes a difference, if there is one. */
    void check(String where, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            add(where + ": expected <" + expected + "> but got <" + actual + ">");
        }
    }
}
