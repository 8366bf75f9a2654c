package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.posthouse.admin.SessionStatus;
import org.posthouse.imap.view.MailboxName;

/** A session as others see it at one moment. Thread: the session's loop. */
final class Portrait {

    private Portrait() {}

    static SessionStatus of(Session session) {
        Facts facts = session.facts();
        return new SessionStatus(
                session.id(),
                session.listener(),
                address(session.client().remoteAddress()),
                session.state().phase(facts.selected()),
                session.state().authenticated() ? facts.user() : Optional.empty(),
                facts.mailbox().map(MailboxName::name),
                session.ledger().idling(),
                protocol(session.client()),
                session.settings().upstream().toString(),
                session.legs().connected().flatMap(Portrait::protocol),
                facts.clientName(),
                session.chain().sitting(),
                session.visit().traffic(),
                session.visit().opened());
    }

    /** As an operator writes it: Java's own text has a slash in front. */
    static String address(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet
                ? NetUtil.toSocketAddressString(internet)
                : String.valueOf(peer);
    }

    private static Optional<String> protocol(Channel leg) {
        return Optional.ofNullable(leg.pipeline().get(SslHandler.class))
                .filter(tls -> tls.handshakeFuture().isSuccess())
                .map(tls -> tls.engine().getSession().getProtocol());
    }
}
