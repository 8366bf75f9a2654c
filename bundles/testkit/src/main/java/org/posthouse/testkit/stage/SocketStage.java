package org.posthouse.testkit.stage;

import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.posthouse.admin.SlotStatus;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.Endpoint;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.session.ListenerSessions;
import org.posthouse.proxy.transport.NameResolver;
import org.posthouse.proxy.transport.Sockets;
import org.posthouse.proxy.transport.Transport;
import org.posthouse.proxy.transport.UpstreamConnector;

/** The real engine of one listener with one event loop and real sockets on loopback, without TLS. */
public final class SocketStage implements Engine {

    private static final String NAME = "testkit";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final CountedBuffers buffers = new CountedBuffers();
    private final InterceptorTracker tracker = new InterceptorTracker();
    private final Transport transport = new Transport(Sockets.nio(), buffers, 1);
    private final NameResolver resolver = new NameResolver();
    private final Acceptor server = new Acceptor();
    private final ListenerSessions sessions = new ListenerSessions(NAME, tracker);
    private final List<Wire> wires = new ArrayList<>();
    private final Channel port;

    /**
     * Opens its port.
     *
     * @param keys of the listener's file
     */
    public SocketStage(Map<String, String> keys) {
        ListenerSettings settings = StageSettings.read(NAME, keys);
        sessions.configure(settings);
        InetSocketAddress upstream = server.address();
        UpstreamConnector connector = new UpstreamConnector(
                transport,
                resolver,
                new Endpoint(upstream.getAddress().getHostAddress(), upstream.getPort()),
                settings.timeouts().connect(),
                Optional.empty());
        Gateway gateway = new Gateway(settings, Optional.empty(), connector);
        port = transport
                .server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), sessions.acceptor(() -> gateway))
                .bind()
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public boolean isLoop() {
        return transport.workers().iterator().next().inEventLoop();
    }

    @Override
    public void bind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.bind(factory, properties);
    }

    @Override
    public void updated(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.updated(factory, properties);
    }

    @Override
    public void unbind(InterceptorFactory factory, Map<String, ?> properties) {
        tracker.unbind(factory, properties);
    }

    @Override
    public Connection connect(InetSocketAddress from, BiConsumer<String, byte[]> heard) {
        try {
            InetSocketAddress address = (InetSocketAddress) port.localAddress();
            Socket socket = new Socket(address.getAddress(), address.getPort());
            Wire client = new SocketWire("client", socket, octets -> heard.accept("client", octets));
            Connection made = new Connection(client, server.next(client, heard));
            wires.add(made.client());
            wires.add(made.server());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void advance(Duration time, Consumer<Duration> clock) {
        throw new UnsupportedOperationException("over sockets the clock is the world's");
    }

    @Override
    public void settle() {}

    @Override
    public Map<String, Long> failures() {
        return sessions.chainStatus().stream()
                .collect(Collectors.toMap(SlotStatus::id, SlotStatus::failures, Math::max));
    }

    @Override
    public void hangUp() {
        wires.forEach(Wire::close);
        await(() -> sessions.count() == 0);
        await(() -> buffers.used() == 0);
    }

    @Override
    public List<String> leftOver() {
        return Leftovers.of(sessions.count(), buffers.used());
    }

    @Override
    public void close() {
        port.close().syncUninterruptibly();
        server.close();
        sessions.close();
        resolver.close();
        transport.close();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
