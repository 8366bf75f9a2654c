package org.posthouse.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Releases the native memory of contexts from which nobody can take a handler any more, at each {@link #poll()}. The JDK's
 * Cleaner would do the same with a thread that lives until the collector finds it: an application that stops the proxy
 * wants none of ours left. Thread-safe.
 */
final class Releases {

    private final ReferenceQueue<Generation> unreachable = new ReferenceQueue<>();
    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    /** The context of a generation, without the generation. */
    private static final class Held extends PhantomReference<Generation> {
        private final SslContext context;

        Held(Generation generation, SslContext context, ReferenceQueue<Generation> queue) {
            super(generation, queue);
            this.context = context;
        }
    }

    void add(Generation generation, SslContext context) {
        held.add(new Held(generation, context, unreachable));
    }

    /** Releases what has become unreachable. */
    void poll() {
        for (Reference<? extends Generation> gone = unreachable.poll(); gone != null; gone = unreachable.poll()) {
            Reference<? extends Generation> found = gone;
            held.stream().filter(h -> h == found).findFirst().ifPresent(this::release);
        }
    }

    /** Releases everything: no handler is taken after this. */
    void close() {
        held.forEach(this::release);
    }

    private void release(Held one) {
        if (held.remove(one)) {
            ReferenceCountUtil.safeRelease(one.context);
        }
    }
}
