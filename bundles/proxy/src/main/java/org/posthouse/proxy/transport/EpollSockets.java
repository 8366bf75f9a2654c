package org.posthouse.proxy.transport;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import java.net.Inet4Address;
import java.net.InetAddress;

/** The only class that names epoll's: it is not touched before {@link Sockets#choose()} is ready for its absence. */
final class EpollSockets {

    private EpollSockets() {}

    static boolean available() {
        return Epoll.isAvailable();
    }

    static Sockets make() {
        return new Sockets(
                "epoll", EpollIoHandler.newFactory(), EpollSockets::server, EpollSockets::client, EpollSockets::eager);
    }

    /** By default sockets are IPv6's, which costs each that it accepts mapped addresses; only such a one hears both families. */
    private static ServerChannel server(InetAddress address) {
        return address instanceof Inet4Address && !address.isAnyLocalAddress()
                ? new EpollServerSocketChannel(SocketProtocolFamily.INET)
                : new EpollServerSocketChannel();
    }

    /** Before it is registered this only notes the wish; after that each wish is a system call of its own. */
    private static void eager(Channel channel) {
        channel.unsafe().beginRead();
    }

    /** As above; and two more system calls. */
    private static EpollSocketChannel client(InetAddress address) {
        return address instanceof Inet4Address
                ? new EpollSocketChannel(SocketProtocolFamily.INET)
                : new EpollSocketChannel();
    }
}
