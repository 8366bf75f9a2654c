package org.posthouse.testkit.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.posthouse.intercept.InterceptorFactory;

/** A proxy that runs elsewhere and has our port as its upstream. */
public final class RemoteStage implements Engine {

    private final InetSocketAddress proxy;
    private final SocketFactory sockets;
    private final Acceptor server;
    private final List<Wire> wires = new ArrayList<>();

    /**
     * Connects to nothing yet.
     *
     * @param sockets of the client: plain or TLS
     * @param server stays open when this is closed
     */
    public RemoteStage(InetSocketAddress proxy, SocketFactory sockets, Acceptor server) {
        this.proxy = proxy;
        this.sockets = sockets;
        this.server = server;
    }

    @Override
    public boolean isLoop() {
        return false;
    }

    @Override
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        throw elsewhere();
    }

    @Override
    public void updated(InterceptorFactory factory, Map<String, ?> properties) {
        throw elsewhere();
    }

    @Override
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        throw elsewhere();
    }

    @Override
    public Connection connect(InetSocketAddress from, BiConsumer<String, byte[]> heard) {
        try {
            Socket socket = sockets.createSocket(proxy.getAddress(), proxy.getPort());
            Wire client = new SocketWire("client", socket, octets -> heard.accept("client", octets));
            Connection made = new Connection(client, server.next(client, heard));
            wires.add(made.client());
            wires.add(made.server());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnsupportedOperationException elsewhere() {
        return new UnsupportedOperationException("a proxy that runs elsewhere takes bundles, not services");
    }

    @Override
    public void advance(Duration time, Consumer<Duration> clock) {
        throw new UnsupportedOperationException("over sockets the clock is the world's");
    }

    @Override
    public void settle() {}

    @Override
    public Map<String, Long> failures() {
        return Map.of();
    }

    @Override
    public void hangUp() {
        wires.forEach(Wire::close);
    }

    @Override
    public List<String> leftOver() {
        return List.of();
    }

    @Override
    public void close() {}
}
