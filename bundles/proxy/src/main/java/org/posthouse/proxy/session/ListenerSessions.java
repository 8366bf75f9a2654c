package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
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
    private final LongSupplier numbers;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final ListenerChain chain;
    private final Loops loops = new Loops(this);
    private final AtomicInteger count = new AtomicInteger();
    private final VisitCount visits = new VisitCount();
    private volatile Timeouts timeouts = Timeouts.DEFAULTS;

    /** Alone: its sessions are numbered from 1. */
    public ListenerSessions(String listener, InterceptorTracker interceptors) {
        this(listener, interceptors, new AtomicLong()::incrementAndGet);
    }

    /**
     * Subscribes to the interceptors; {@link #configure} must be called before the first session.
     *
     * @param numbers a new number for each session, from any event loop
     */
    public ListenerSessions(String listener, InterceptorTracker interceptors, LongSupplier numbers) {
        this.listener = listener;
        this.numbers = numbers;
        this.chain = new ListenerChain(listener, interceptors, loops::publish);
    }

    /** Applies what is live: time-outs and the order of interceptors, to open sessions too. */
    public void configure(ListenerSettings live) {
        timeouts = live.timeouts();
        chain.configure(live);
    }

    /** A handler that opens a session on each channel it is added to, with what the supplier gives at that moment. */
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

    /** Begins a session on an accepted channel, on whose loop this is called. */
    public void open(Channel client, Gateway gateway) {
        begin(client, gateway);
    }

    Session begin(Channel client, Gateway gateway) {
        Reads.of(client, gateway.settings());
        Session session = new Session(gateway, client, loops.of(client.eventLoop()));
        client.pipeline().addLast(session.clientLeg());
        return session;
    }

    /**
     * Says {@code * BYE} to each session at its next message boundary and closes it; what is left when the bound
     * has passed is closed hard. Completes when no session is left.
     */
    public CompletionStage<Void> drain(Duration bound) {
        return loops.drain(bound);
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

    /** Sessions and logins until now. */
    public Visits visitStatus() {
        return visits.visits();
    }

    /** What all sessions have sent and got until a moment ago. */
    public Traffic traffic() {
        return loops.traffic();
    }

    /** What each session looks like: an answer per event loop, given between two reads. */
    public List<CompletableFuture<List<SessionStatus>>> portraits() {
        return loops.ask(LoopSessions::portraits);
    }

    /** Ends the sessions that are meant, with {@code * BYE} at their next message boundary; each loop says how many it told. */
    public List<CompletableFuture<Integer>> kick(SessionFilter which, String reason) {
        return loops.ask(each -> each.kick(which, reason));
    }

    /** The chain that all sessions adopt, for its places to be switched. */
    public ListenerChain places() {
        return chain;
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

    /** What tells a session from all others of a listener of this name, also of one that was there before. */
    long nextNumber() {
        visits.opened();
        return numbers.getAsLong();
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

    String listener() {
        return listener;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    ChainSnapshot chain() {
        return chain.current();
    }

    VisitCount visits() {
        return visits;
    }

    AtomicInteger counter() {
        return count;
    }
}
