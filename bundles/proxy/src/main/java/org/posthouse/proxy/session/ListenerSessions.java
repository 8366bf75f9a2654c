package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.posthouse.admin.SlotStatus;
import org.posthouse.proxy.chain.ChainSnapshot;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.chain.ListenerChain;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.Timeouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sessions of one listener. Thread-safe: whatever concerns a session is posted to its loop.
 *
 * <p>Lifetime: from the listener's activation until its last session is drained; {@link #close()} ends the
 * subscription to interceptors.
 */
public final class ListenerSessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerSessions.class);

    private final String listener;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong ids = new AtomicLong();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final ListenerChain chain;
    private final Map<EventLoop, LoopSessions> loops = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Timeouts timeouts = Timeouts.DEFAULTS;

    /** Subscribes to the interceptors; {@link #configure} must be called before the first session. */
    public ListenerSessions(String listener, InterceptorTracker interceptors) {
        this.listener = listener;
        this.chain = new ListenerChain(listener, interceptors, this::publish);
    }

    /** Applies what is live: time-outs and the order of interceptors, to open sessions too. */
    public void configure(ListenerSettings live) {
        timeouts = live.timeouts();
        chain.configure(live);
    }

    /** The handler for accepted channels; each new session takes what the supplier gives at that moment. */
    public ChannelHandler acceptor(Supplier<Gateway> gateway) {
        return new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel client) {
                open(client, gateway.get());
            }

            @Override
            public boolean isSharable() {
                return true;
            }
        };
    }

    /**
     * Says {@code * BYE} to each session at its next message boundary and closes it; what is left when the bound
     * has passed is closed hard. Completes when no session is left.
     */
    public CompletionStage<Void> drain(Duration bound) {
        List<CompletableFuture<Void>> drained = new ArrayList<>();
        loops.values().forEach(each -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            drained.add(done);
            each.post(() -> each.drain(bound, done));
        });
        return CompletableFuture.allOf(drained.toArray(CompletableFuture[]::new));
    }

    /** Sessions that are open now. */
    public int count() {
        return count.get();
    }

    /** Of the chain that new sessions take. */
    public long epoch() {
        return chain.current().epoch();
    }

    /** The chain's places and their figures. Not for event loops. */
    public List<SlotStatus> chainStatus() {
        return chain.status();
    }

    /** Ends the subscription to interceptors; open sessions keep the chain that they have. */
    @Override
    public void close() {
        chain.close();
    }

    /** A tag for a command of ours that nobody can guess. */
    String freshTag() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    String nextId() {
        return listener + "-" + Long.toString(ids.incrementAndGet(), Character.MAX_RADIX);
    }

    /** Says once per set what administrators have to know of channel binding. */
    void warnOfBinding(Set<String> mechanisms) {
        if (warned.add(mechanisms.toString())) {
            LOG.warn(
                    "listener={} event=channel-binding mechanisms={} reason=\"the server binds them to its TLS channel,"
                            + " which ends here: they are not announced; scram = keep-bare keeps the unbound form\"",
                    listener,
                    mechanisms);
        }
    }

    Session open(Channel client, Gateway gateway) {
        LoopSessions home = loops.computeIfAbsent(client.eventLoop(), loop -> new LoopSessions(loop, this));
        Session session = new Session(gateway, client, home);
        client.pipeline().addLast(session.clientLeg());
        return session;
    }

    String listener() {
        return listener;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    ChainSnapshot chain() {
        return chain.current();
    }

    AtomicInteger counter() {
        return count;
    }

    /**
     * Hands a new chain to every loop; each acknowledges when none of its sessions uses what left. On the loop that we are
     * on it is adopted at once, and nobody may wait for it.
     */
    private List<CompletableFuture<Void>> publish(ChainSnapshot snapshot) {
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        loops.values().forEach(each -> {
            if (each.loop().inEventLoop()) {
                each.adopt(snapshot);
            } else {
                CompletableFuture<Void> done = new CompletableFuture<>();
                acknowledged.add(done);
                each.post(() -> each.adopt(snapshot).thenRun(() -> done.complete(null)));
            }
        });
        return acknowledged;
    }
}
