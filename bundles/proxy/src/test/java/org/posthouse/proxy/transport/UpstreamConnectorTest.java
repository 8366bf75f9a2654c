package org.posthouse.proxy.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.proxy.config.Endpoint;
import org.posthouse.proxy.session.UpstreamDialer;

@Tag("dialogue")
class UpstreamConnectorTest {

    private final List<AutoCloseable> resources = new ArrayList<>();

    /** What a dial came to, and on which thread that was said. */
    private record Told(Optional<Channel> channel, String reason, Thread thread) {}

    @AfterEach
    void closeAll() throws Exception {
        for (int i = resources.size() - 1; i >= 0; i--) {
            resources.get(i).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll"})
    void shouldConnectOnTheGivenLoopWhenServerListens(String kind) throws Exception {
        ServerSocket server = listen(50);
        Transport transport = transport(kind);
        EventLoop loop = transport.workers().next();
        ChannelInboundHandlerAdapter leg = new ChannelInboundHandlerAdapter();

        Told told = dial(transport, loop, leg, "127.0.0.1", server.getLocalPort(), Lookups.none());

        Channel channel = told.channel().orElseThrow();
        assertSame(loop, channel.eventLoop());
        assertTrue(told.thread().getName().startsWith("posthouse-loop-"));
        assertFalse(channel.config().isAutoRead(), "nothing is read before the session wants it");
        assertSame(leg, channel.pipeline().first());
        assertEquals(kind, transport.sockets().name());
    }

    @Test
    void shouldTryTheNextAddressWhenOneRefuses() throws Exception {
        ServerSocket server = listen(50);
        Transport transport = transport("nio");

        Told told = dial(
                transport,
                transport.workers().next(),
                new ChannelInboundHandlerAdapter(),
                "imap.example",
                server.getLocalPort(),
                Lookups.of("127.0.0.9", "127.0.0.8", "127.0.0.1"));

        InetSocketAddress remote =
                (InetSocketAddress) told.channel().orElseThrow().remoteAddress();
        assertEquals("127.0.0.1", remote.getAddress().getHostAddress());
    }

    @Test
    void shouldNameEachAddressWhenAllRefuse() throws Exception {
        Transport transport = transport("nio");
        int port = freePort();

        Told told = dial(
                transport,
                transport.workers().next(),
                new ChannelInboundHandlerAdapter(),
                "imap.example",
                port,
                Lookups.of("127.0.0.9", "127.0.0.8"));

        assertEquals("127.0.0.9 refused the connection; 127.0.0.8 refused the connection", told.reason());
    }

    @Test
    void shouldSayThatTheNameIsUnknownWhenItIs() throws Exception {
        Transport transport = transport("nio");

        Told told = dial(
                transport,
                transport.workers().next(),
                new ChannelInboundHandlerAdapter(),
                "nowhere.example",
                143,
                Lookups.none());

        assertTrue(told.reason().contains("the name is unknown"), told.reason());
        assertTrue(told.thread().getName().startsWith("posthouse-loop-"));
    }

    @Test
    void shouldGiveUpAnAddressWhenItDoesNotAnswer() throws Exception {
        ServerSocket full = listen(1);
        fill(full);
        Transport transport = transport("nio");

        Told told = dial(
                transport,
                transport.workers().next(),
                new ChannelInboundHandlerAdapter(),
                "127.0.0.1",
                full.getLocalPort(),
                Lookups.none());

        assertTrue(told.reason().contains("127.0.0.1 did not answer in time"), told.reason());
    }

    @Test
    void shouldHaveNoTlsWhenUpstreamTlsIsOff() {
        Transport transport = transport("nio");
        UpstreamConnector connector = new UpstreamConnector(
                transport, new NameResolver(), new Endpoint("127.0.0.1", 143), Duration.ofSeconds(1), Optional.empty());

        assertThrows(IllegalStateException.class, () -> connector.tls(UnpooledByteBufAllocator.DEFAULT));
    }

    private Told dial(
            Transport transport,
            EventLoop loop,
            ChannelInboundHandlerAdapter leg,
            String host,
            int port,
            NameResolver.Lookup lookup)
            throws Exception {
        NameResolver resolver = new NameResolver(lookup);
        resources.add(resolver);
        CompletableFuture<Told> told = new CompletableFuture<>();
        new UpstreamConnector(transport, resolver, new Endpoint(host, port), Duration.ofMillis(500), Optional.empty())
                .dial(loop, leg, new UpstreamDialer.Outcome() {
                    @Override
                    public void connected(Channel channel) {
                        told.complete(new Told(Optional.of(channel), "", Thread.currentThread()));
                    }

                    @Override
                    public void failed(String reason) {
                        told.complete(new Told(Optional.empty(), reason, Thread.currentThread()));
                    }
                });
        return told.get(20, TimeUnit.SECONDS);
    }

    private Transport transport(String kind) {
        Sockets sockets = kind.equals("nio") ? Sockets.nio() : Sockets.choose();
        Transport transport = new Transport(sockets, UnpooledByteBufAllocator.DEFAULT, 2);
        resources.add(transport);
        return transport;
    }

    private ServerSocket listen(int backlog) throws IOException {
        ServerSocket server = new ServerSocket(0, backlog, InetAddress.getByName("127.0.0.1"));
        resources.add(server);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    /** Nobody accepts here: once its queue is full, the system answers no further connection. */
    private void fill(ServerSocket server) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            resources.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new AssertionError("the queue never filled");
    }

    /** Lookups without a name service. */
    private static final class Lookups {

        static NameResolver.Lookup none() {
            return host -> {
                throw new UnknownHostException(host);
            };
        }

        static NameResolver.Lookup of(String... texts) {
            return host -> {
                InetAddress[] addresses = new InetAddress[texts.length];
                for (int i = 0; i < texts.length; i++) {
                    addresses[i] = InetAddress.getByName(texts[i]);
                }
                return addresses;
            };
        }
    }
}
