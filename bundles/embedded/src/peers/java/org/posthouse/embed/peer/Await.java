package org.posthouse.embed.peer;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Polls a condition until it holds: the only way in which a test here waits. */
public final class Await {

    /** Long enough for a loaded machine; nothing is asserted about how fast something is. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long STEP_NANOS = 20_000_000;

    private Await() {}

    /** Returns when the condition holds, and fails when it doesn't for too long; an exception from it means "not yet". */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    /** The same with another patience. */
    public static void until(String what, Duration bound, Callable<Boolean> condition) {
        if (!within(bound, condition)) {
            throw new AssertionError("waited " + bound.toSeconds() + " s for: " + what);
        }
    }

    /** Whether the condition came to hold. */
    static boolean within(Duration bound, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception notYet) {
            return false;
        }
    }
}
