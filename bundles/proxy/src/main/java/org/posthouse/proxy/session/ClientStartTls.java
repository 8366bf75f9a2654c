package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import org.posthouse.intercept.SessionEvent;

/** STARTTLS of the client: ours to answer, never the server's (RFC 9051 §6.2.1, R5). */
final class ClientStartTls {

    private ClientStartTls() {}

    /**
     * Called when every command has its result. Nothing plain that arrived behind STARTTLS is ever executed after the
     * handshake (CVE-2011-0411): the session ends.
     */
    static void begin(Session session, String tag, Held behind) {
        if (!session.offersStartTls() || !session.atBoundary()) {
            session.responder().tagged(tag, "BAD", "STARTTLS is not available now");
            return;
        }
        if (!behind.isEmpty()) {
            session.end(Ending.protocol("plain data behind STARTTLS"));
            return;
        }
        session.gateway()
                .clientTls()
                .ifPresentOrElse(
                        tls -> {
                            Channel client = session.client();
                            session.responder().tagged(tag, "OK", "begin TLS now");
                            // The OK is in the channel's outbound buffer already, in front of the handler.
                            session.toClient().flush();
                            client.pipeline().addFirst(tls.handler(client.alloc()));
                            session.capabilities().forget();
                            session.facts().forget();
                            session.facts().forgetClient();
                        },
                        () -> session.responder().tagged(tag, "BAD", "STARTTLS is not configured"));
    }

    /** The handshake is done. */
    static void done(Session session) {
        session.chain().resetInterests();
        session.event(new SessionEvent.TlsStarted());
    }
}
