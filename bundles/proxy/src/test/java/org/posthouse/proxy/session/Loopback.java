package org.posthouse.proxy.session;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ServerTls;
import org.posthouse.proxy.tls.Configured;
import org.posthouse.proxy.tls.TlsContexts;
import org.posthouse.proxy.tls.TlsFault;
import org.posthouse.proxy.tls.TlsLibrary;
import org.posthouse.proxy.tls.UpstreamContext;
import org.posthouse.proxy.transport.Sockets;
import org.posthouse.proxy.transport.Transport;

/** A listener with real sockets on loopback, one loop, and a counting allocator; the peers are blocking sockets. */
final class Loopback implements AutoCloseable {

    private static final int SMALL = 32 * 1024;
    private static final TestTls TLS = TestTls.instance();

    private final CountingAllocator allocator = new CountingAllocator(false);
    private final InterceptorTracker tracker = new InterceptorTracker();
    private final Transport transport = new Transport(Sockets.choose(), allocator, 1);
    private final List<TlsContexts> contexts = new ArrayList<>();
    private final ServerSocket server;
    private final ListenerSettings settings;
    private final ListenerSessions sessions;
    private final Channel port;

    Loopback(String... keys) {
        this(TlsLibrary.choose(), TlsLibrary.choose(), keys);
    }

    private Loopback(TlsLibrary clientLeg, TlsLibrary upstreamLeg, String... keys) {
        settings = Configured.settings(Path.of("conf"), keys);
        sessions = new ListenerSessions("loopback", tracker);
        sessions.configure(settings);
        try {
            server = settings.upstreamTls() == ServerTls.IMPLICIT
                    ? TLS.jdkServer().getServerSocketFactory().createServerSocket()
                    : new ServerSocket();
            server.setReceiveBufferSize(SMALL);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Gateway gateway = new Gateway(settings, clientTls(clientLeg), new Dialer(upstreamTls(upstreamLeg)));
        port = transport
                .server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), sessions.acceptor(() -> gateway))
                .bind()
                .syncUninterruptibly()
                .channel();
    }

    /** TLS on both legs, by these libraries. */
    static Loopback secured(TlsLibrary clientLeg, TlsLibrary upstreamLeg, String... more) {
        return of("implicit", "implicit", clientLeg, upstreamLeg, more);
    }

    /** TLS, off or implicit, by the library that would be chosen. */
    static Loopback legs(String clientLeg, String upstreamLeg) {
        return of(clientLeg, upstreamLeg, TlsLibrary.choose(), TlsLibrary.choose());
    }

    private static Loopback of(
            String tls, String upstreamTls, TlsLibrary clientLeg, TlsLibrary upstreamLeg, String... more) {
        List<String> keys = new ArrayList<>(List.of("tls", tls, "upstream.tls", upstreamTls));
        keys.addAll(List.of("certificate", TLS.file("server.pem"), "key", TLS.file("server-key.pem")));
        keys.addAll(List.of("upstream.trust", "none"));
        keys.addAll(List.of(more));
        return new Loopback(clientLeg, upstreamLeg, keys.toArray(String[]::new));
    }

    private TlsContexts contexts(TlsLibrary library) {
        TlsContexts made = new TlsContexts(library);
        contexts.add(made);
        return made;
    }

    private Optional<ClientLegTls> clientTls(TlsLibrary library) {
        try {
            return settings.tls() == ClientTls.OFF
                    ? Optional.empty()
                    : Optional.of(contexts(library).clientLeg(settings));
        } catch (TlsFault fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Optional<UpstreamContext> upstreamTls(TlsLibrary library) {
        try {
            return settings.upstreamTls() == ServerTls.OFF
                    ? Optional.empty()
                    : Optional.of(contexts(library).upstreamLeg(settings));
        } catch (TlsFault fault) {
            throw new IllegalStateException(fault);
        }
    }

    CountingAllocator allocator() {
        return allocator;
    }

    InterceptorTracker tracker() {
        return tracker;
    }

    ListenerSessions sessions() {
        return sessions;
    }

    /** A client; the proxy dials the server only then, so {@link #accept()} comes next. */
    Socket connect() throws IOException {
        InetSocketAddress address = (InetSocketAddress) port.localAddress();
        Socket plain = new Socket();
        plain.setReceiveBufferSize(SMALL);
        plain.connect(address);
        return settings.tls() == ClientTls.IMPLICIT
                ? TLS.jdkTrusting().getSocketFactory().createSocket(plain, "localhost", address.getPort(), true)
                : plain;
    }

    /** The proxy's next connection to the server. */
    Socket accept() throws IOException {
        return server.accept();
    }

    @Override
    public void close() throws IOException {
        port.close().syncUninterruptibly();
        server.close();
        sessions.close();
        transport.close();
        contexts.forEach(TlsContexts::close);
    }

    private final class Dialer implements UpstreamDialer {
        private final Optional<UpstreamContext> tls;

        private Dialer(Optional<UpstreamContext> tls) {
            this.tls = tls;
        }

        @Override
        public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            ChannelFuture connecting = transport.connect(loop, address, 10_000);
            connecting.addListener(done -> {
                if (done.isSuccess()) {
                    connecting.channel().pipeline().addLast(leg);
                    outcome.connected(connecting.channel());
                } else {
                    outcome.failed("upstream=test reason=refused");
                }
            });
        }

        @Override
        public SslHandler tls(ByteBufAllocator alloc) {
            return tls.orElseThrow().handler(alloc);
        }
    }
}
