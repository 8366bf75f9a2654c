package org.posthouse.proxy.transport;

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
        return new Sockets("epoll", EpollIoHandler.newFactory(), EpollServerSocketChannel.class, EpollSockets::socket);
    }

    /** By default sockets are IPv6's, which costs two more system calls and mapped addresses. */
    private static EpollSocketChannel socket(InetAddress address) {
        return address instanceof Inet4Address
                ? new EpollSocketChannel(SocketProtocolFamily.INET)
                : new EpollSocketChannel();
    }
}
