package org.posthouse.proxy.session;

import io.netty.util.concurrent.EventExecutor;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.intercept.CommandResult;
import org.posthouse.proxy.chain.OwnCommand;
import org.posthouse.proxy.chain.SessionCore;

/** What the chain, and through it an interceptor, sees and asks of its session. */
final class ChainHost implements SessionCore {

    private final Session session;

    ChainHost(Session session) {
        this.session = session;
    }

    @Override
    public String id() {
        return session.id();
    }

    @Override
    public String listener() {
        return session.listener();
    }

    @Override
    public SocketAddress clientAddress() {
        return session.client().remoteAddress();
    }

    @Override
    public boolean encrypted() {
        return session.encrypted();
    }

    @Override
    public boolean authenticated() {
        return session.state().authenticated();
    }

    @Override
    public Optional<String> user() {
        return session.facts().user();
    }

    @Override
    public Optional<MailboxName> mailbox() {
        return session.facts().mailbox();
    }

    @Override
    public EventExecutor loop() {
        return session.client().eventLoop();
    }

    @Override
    public long newest() {
        return session.exchanges().count();
    }

    @Override
    public boolean fetching() {
        return session.exchanges().fetching();
    }

    @Override
    public Optional<List<Capability>> known() {
        return session.capabilities().known();
    }

    @Override
    public WriteLimits serverTakes() {
        return session.facts().limits();
    }

    @Override
    public WriteLimits clientTakes() {
        return session.facts().limits();
    }

    @Override
    public void untagged(Message response, Runnable said) {
        session.responder().untagged(response.octets(), said);
        session.toClient().flush();
    }

    @Override
    public CompletionStage<CommandResult> send(OwnCommand command) {
        return session.errands().send(command);
    }

    @Override
    public void fail(String reason) {
        session.end(Ending.unavailable(reason));
    }

    @Override
    public void planChanged() {
        session.planChanged();
    }
}
