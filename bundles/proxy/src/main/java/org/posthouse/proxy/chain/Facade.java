package org.posthouse.proxy.chain;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.intercept.AttachmentKey;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.Upstream;

/** A session as one seat sees it. */
class Facade implements Session {

    private final SessionCore core;
    private final Map<AttachmentKey<?>, Object> attachments;

    Facade(SessionCore core, Map<AttachmentKey<?>, Object> attachments) {
        this.core = core;
        this.attachments = attachments;
    }

    @Override
    public void untagged(Message response) {
        core.untagged(response, () -> {});
    }

    @Override
    public Upstream upstream() {
        return (name, arguments, claimed) ->
                core.send(new OwnCommand(() -> "?", name, arguments, claimed, Optional.empty()));
    }

    @Override
    public void interest(Interest changed) {}

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
        return Optional.ofNullable(attachments.get(key)).map(key.type()::cast);
    }

    @Override
    public <T> void attach(AttachmentKey<T> key, T value) {
        attachments.put(key, key.type().cast(value));
    }

    @Override
    public CompletionStage<Void> after(Duration time) {
        return new CompletableFuture<>();
    }

    @Override
    public void execute(Runnable task) {
        core.loop().execute(task);
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
