package org.posthouse.proxy.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.util.function.Function;

/**
 * One kind of socket.
 *
 * @param name what the start-up log says
 * @param handlers what drives an event loop of this kind
 * @param server the class of listening sockets
 * @param client makes a socket that is about to be connected to this address
 */
public record Sockets(
        String name,
        IoHandlerFactory handlers,
        Class<? extends ServerChannel> server,
        Function<InetAddress, Channel> client) {

    /** Epoll if its library loads here, else NIO. Loads native code at the first call: not on an event loop. */
    public static Sockets choose() {
        try {
            return EpollSockets.available() ? EpollSockets.make() : nio();
        } catch (LinkageError absent) {
            // The import is optional: without the bundle the class EpollSockets can't be linked.
            return nio();
        }
    }

    /** The JDK's sockets, which are there everywhere. */
    public static Sockets nio() {
        return new Sockets(
                "nio", NioIoHandler.newFactory(), NioServerSocketChannel.class, address -> new NioSocketChannel());
    }
}
