package org.posthouse.embed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The threads of this JVM at one moment, to see later which came and stayed. */
record Threads(Set<Long> there) {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long STEP_NANOS = 20_000_000L;

    /** The JDK's own, one for the whole JVM and for ever, made by whoever first sets a time-out on a future. */
    private static final Set<String> JDK = Set.of("CompletableFutureDelayScheduler", "Common-Cleaner");

    static Threads now() {
        Set<Long> ids = new HashSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> ids.add(thread.getId()));
        return new Threads(ids);
    }

    /** Names of those that came since and are still there, after a while in which threads may come to their end. */
    List<String> stayed() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> more = more();
        while (!more.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP_NANOS);
            more = more();
        }
        return more;
    }

    private List<String> more() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !there.contains(thread.getId()))
                .map(Thread::getName)
                .filter(name -> !JDK.contains(name) && !name.startsWith("test-server"))
                .sorted()
                .toList();
    }
}
