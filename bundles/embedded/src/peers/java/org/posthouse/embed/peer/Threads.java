package org.posthouse.embed.peer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The threads of this JVM at one moment, to see later which came and stayed. */
public record Threads(Set<Long> there) {


    /** The JDK's own, one for the whole JVM and for ever, made by whoever first sets a time-out on a future. */
    private static final Set<String> JDK = Set.of("CompletableFutureDelayScheduler", "Common-Cleaner");

    /** Those that are there now. */
    public static Threads now() {
        Set<Long> ids = new HashSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> ids.add(thread.getId()));
        return new Threads(ids);
    }

    /** Names of those that came since and are still there, after a while in which threads may come to their end. */
    public List<String> stayed() {
        Await.within(Await.PATIENCE, () -> more().isEmpty());
        return more();
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
