package org.posthouse.proxy.chain;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.intercept.AttachmentKey;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.Upstream;

/** A session as one of its interceptors sees it; when that has left, nothing comes of any call. */
final class Facade implements Session {

    /** What a facade asks of the chain behind it. */
    interface Back {

        /** Runs code of the interceptor on the loop, where we are. */
        void run(Facade of, String where, Runnable code);

        void untagged(Facade of, Message response);

        void interest(Facade of, Interest changed);

        Upstream upstream(Facade of);

        <T> Optional<T> attachment(AttachmentKey<T> key);

        <T> void attach(AttachmentKey<T> key, T value);
    }

    private final SessionCore core;
    private final Back back;
    private final Set<Future<?>> timers = new HashSet<>(0);
    private volatile boolean closed;

    Facade(SessionCore core, Back back) {
        this.core = core;
        this.back = back;
    }

    /** The interceptor has left; on the loop. */
    void close() {
        closed = true;
        timers.forEach(t -> t.cancel(false));
        timers.clear();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void untagged(Message response) {
        if (!closed) {
            back.untagged(this, response);
        }
    }

    @Override
    public Upstream upstream() {
        return back.upstream(this);
    }

    @Override
    public void interest(Interest changed) {
        if (!closed) {
            back.interest(this, changed);
        }
    }

    @Override
    public Optional<List<Capability>> capabilities() {
        return core.known();
    }

    @Override
    public WriteLimits serverTakes() {
        return core.serverTakes();
    }

    @Override
    public WriteLimits clientTakes() {
        return core.clientTakes();
    }

    @Override
    public <T> Optional<T> attachment(AttachmentKey<T> key) {
        return back.attachment(key);
    }

    @Override
    public <T> void attach(AttachmentKey<T> key, T value) {
        if (!closed) {
            back.attach(key, value);
        }
    }

    @Override
    public CompletionStage<Void> after(Duration time) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!closed) {
            timers.removeIf(Future::isDone);
            timers.add(core.loop()
                    .schedule(
                            () -> back.run(this, "after", () -> done.complete(null)),
                            time.toNanos(),
                            TimeUnit.NANOSECONDS));
        }
        return done;
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            return;
        }
        try {
            core.loop().execute(() -> back.run(this, "execute", task));
        } catch (RejectedExecutionException ended) {
            closed = true;
        }
    }

    @Override
    public String id() {
        return core.id();
    }

    @Override
    public String listener() {
        return core.listener();
    }

    @Override
    public SocketAddress clientAddress() {
        return core.clientAddress();
    }

    @Override
    public boolean encrypted() {
        return core.encrypted();
    }

    @Override
    public boolean authenticated() {
        return core.authenticated();
    }

    @Override
    public Optional<String> user() {
        return core.user();
    }

    @Override
    public Optional<MailboxName> mailbox() {
        return core.mailbox();
    }
}
