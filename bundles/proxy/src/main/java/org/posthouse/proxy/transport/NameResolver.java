package org.posthouse.proxy.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.posthouse.proxy.config.AddressLiteral;

/**
 * Finds the addresses of a host through the operating system, so that {@code /etc/hosts} and everything else that the
 * administrator set up counts. The JDK caches what it finds (30 s, and 10 s that nothing was found).
 *
 * <p>Thread-safe and never blocking for the caller. An address in text is answered at once on the calling thread; a
 * name is looked up on a thread of this resolver, once for all who ask meanwhile.
 */
public final class NameResolver implements AutoCloseable {

    /** Asks for all addresses of a name and waits for the answer: {@link InetAddress#getAllByName} but in tests. */
    public interface Lookup {
        /** All addresses in order of preference, one at least. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final int THREADS = 4;
    private static final int WAITING = 256;

    private final Lookup lookup;
    private final Map<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    public NameResolver() {
        this(InetAddress::getAllByName);
    }

    NameResolver(Lookup lookup) {
        this.lookup = lookup;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                new NamedThreads("resolver"));
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** The addresses if the text is one itself, without any thread in between. */
    public Optional<List<InetAddress>> immediate(String host) {
        return AddressLiteral.parse(host).map(List::of);
    }

    /**
     * Looks a name up. The stage completes on a thread of the resolver (or of a timer) and exceptionally with
     * {@link UnknownHostException}, {@link java.util.concurrent.TimeoutException} or, when too many names hang,
     * {@link RejectedExecutionException}.
     */
    public CompletableFuture<List<InetAddress>> resolve(String host, Duration bound) {
        CompletableFuture<List<InetAddress>> fresh = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> earlier = running.putIfAbsent(host, fresh);
        if (earlier == null) {
            start(host, fresh);
            earlier = fresh;
        }
        // A copy: one caller's time-out must not fail the others.
        return earlier.copy().orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void start(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            threads.execute(() -> ask(host, answer));
        } catch (RejectedExecutionException busy) {
            running.remove(host, answer);
            answer.completeExceptionally(busy);
        }
    }

    private void ask(String host, CompletableFuture<List<InetAddress>> answer) {
        // No longer running before it is answered: whoever hears of a failure may ask anew at once.
        try {
            List<InetAddress> found = List.of(lookup.addresses(host));
            running.remove(host, answer);
            answer.complete(found);
        } catch (UnknownHostException | RuntimeException unknown) {
            running.remove(host, answer);
            answer.completeExceptionally(unknown);
        }
    }

    /** Ends the threads; who still waits gets no answer but the time-out. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
