package org.posthouse.proxy.transport;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads with a name that an operator knows from a dump. Daemons: the launcher decides when the JVM ends, and a
 * thread stuck in a resolver must not keep it. Netty's thread-locals are fast on them.
 */
public final class NamedThreads implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger count = new AtomicInteger();

    /** Threads {@code posthouse-<role>-1}, {@code -2} … */
    public NamedThreads(String role) {
        this.prefix = "posthouse-" + role + "-";
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new FastThreadLocalThread(task, prefix + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
