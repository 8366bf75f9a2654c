package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import java.util.Optional;

/** The two channels of a session, and the back-pressure between them. */
final class Legs {

    private final Session session;
    private final Channel client;
    private final Relay toServer = new Relay();
    private final ClientLeg clientLeg;
    private Optional<Channel> server = Optional.empty();
    private Optional<Gate> serverGate = Optional.empty();
    private boolean dialled;
    private boolean clientGone;

    Legs(Session session, Channel client) {
        this.session = session;
        this.client = client;
        this.clientLeg = new ClientLeg(session);
    }

    ChannelHandler clientLeg() {
        return clientLeg;
    }

    Relay toServer() {
        return toServer;
    }

    boolean dialled() {
        return dialled;
    }

    /** The server's channel; only after it is connected. */
    Channel server() {
        return server.orElseThrow();
    }

    Optional<Channel> connected() {
        return server;
    }

    /** Begins to connect to the server. */
    void dial() {
        dialled = true;
        session.gateway().upstream().dial(client.eventLoop(), new ServerLeg(session), new UpstreamDialer.Outcome() {
            @Override
            public void connected(Channel channel) {
                arrived(channel);
            }

            @Override
            public void failed(String reason) {
                session.upstreamFailed("connect", reason);
            }
        });
    }

    /** Of the server's direction; only after it is connected. */
    Gate serverGate() {
        return serverGate.orElseThrow();
    }

    /** The client takes bytes again, or no longer: the server is read accordingly. */
    void clientWritable() {
        serverGate.ifPresent(g -> toggle(g, client.isWritable()));
        session.responder().clientWritable();
    }

    /** The server takes bytes again, or no longer: the client is read accordingly. */
    void serverWritable() {
        server.ifPresent(s -> toggle(session.clientGate(), s.isWritable()));
    }

    /** Has the system ask both peers now and then whether they are still there (SO_KEEPALIVE). */
    void probe() {
        client.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        server.ifPresent(s -> s.config().setOption(ChannelOption.SO_KEEPALIVE, true));
    }

    /** Nothing is read from the server any more. */
    void stopReading() {
        serverGate.ifPresent(g -> g.close(Gate.Reason.ENDED));
    }

    void clientClosed() {
        clientGone = true;
        bothGone();
    }

    void serverClosed() {
        server = Optional.empty();
        bothGone();
    }

    private void arrived(Channel channel) {
        if (session.state().ended()) {
            channel.close();
            return;
        }
        Reads.of(channel, session.settings());
        server = Optional.of(channel);
        toServer.to(channel);
        Gate gate = new Gate(channel);
        serverGate = Optional.of(gate);
        session.opening().ifPresent(o -> o.connected(channel));
        gate.update(false);
    }

    private void bothGone() {
        if (clientGone && server.isEmpty()) {
            session.gone();
        }
    }

    private static void toggle(Gate gate, boolean writable) {
        if (writable) {
            gate.open(Gate.Reason.PEER);
        } else {
            gate.close(Gate.Reason.PEER);
        }
    }
}
