package org.posthouse.proxy.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which clients a port hears, and under which address it knows them. */
@Tag("dialogue")
class ListeningTest {

    private final BlockingQueue<InetAddress> seen = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll"})
    void shouldHearBothFamiliesWhenNoAddressIsGiven(String kind) throws Exception {
        assumeTrue(hasIpv6(), "this machine has no ::1");
        try (Transport transport = transport(kind)) {
            int port = listen(transport, new InetSocketAddress(0));

            assertEquals(InetAddress.getByName("127.0.0.1"), knownAs("127.0.0.1", port));
            assertEquals(InetAddress.getByName("::1"), knownAs("::1", port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll"})
    void shouldHearOneAddressAloneWhenItIsGiven(String kind) throws Exception {
        try (Transport transport = transport(kind)) {
            int port = listen(transport, new InetSocketAddress("127.0.0.1", 0));

            assertEquals(InetAddress.getByName("127.0.0.1"), knownAs("127.0.0.1", port));
            assertThrows(ConnectException.class, () -> knownAs("127.0.0.2", port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll"})
    void shouldHearIpv6WhenSuchAnAddressIsGiven(String kind) throws Exception {
        assumeTrue(hasIpv6(), "this machine has no ::1");
        try (Transport transport = transport(kind)) {
            int port = listen(transport, new InetSocketAddress("::1", 0));

            assertEquals(InetAddress.getByName("::1"), knownAs("::1", port));
            assertThrows(ConnectException.class, () -> knownAs("127.0.0.1", port));
        }
    }

    private static Transport transport(String kind) {
        Sockets sockets = kind.equals("nio") ? Sockets.nio() : Sockets.choose();
        assumeTrue(sockets.name().equals(kind), kind + " doesn't load on this machine");
        return new Transport(sockets, UnpooledByteBufAllocator.DEFAULT, 1);
    }

    private int listen(Transport transport, InetSocketAddress address) {
        ChannelHandler child = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel accepted) {
                seen.add(((InetSocketAddress) accepted.remoteAddress()).getAddress());
            }
        };
        Channel port =
                transport.server(address, child).bind().syncUninterruptibly().channel();
        return ((InetSocketAddress) port.localAddress()).getPort();
    }

    /** What the port takes a client for that connects to this address of ours. */
    private InetAddress knownAs(String address, int port) throws IOException, InterruptedException {
        try (Socket client = new Socket(address, port)) {
            InetAddress remote = seen.poll(10, TimeUnit.SECONDS);
            assertEquals(client.getLocalAddress(), remote);
            return remote;
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return server.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
