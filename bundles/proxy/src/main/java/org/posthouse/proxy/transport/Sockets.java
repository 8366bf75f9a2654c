package org.posthouse.proxy.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of socket.
 *
 * @param name what the start-up log says
 * @param handlers what drives an event loop of this kind
 * @param server makes a socket that is about to listen on this address
 * @param client makes a socket that is about to be connected to this address
 * @param eager what is done with a channel right before it joins its loop, so that its first registration there is already
 *     for reading; does nothing where that would save nothing
 */
public record Sockets(
        String name,
        IoHandlerFactory handlers,
        Function<InetAddress, ServerChannel> server,
        Function<InetAddress, Channel> client,
        Consumer<Channel> eager) {

    /** Epoll (Linux) or kqueue (macOS) if its library loads here, else NIO. Loads native code: not on an event loop. */
    public static Sockets choose() {
        // Lambdas, no method references: those would be linked here.
        return first(() -> EpollSockets.available(), () -> EpollSockets.make())
                .or(() -> first(() -> KQueueSockets.available(), () -> KQueueSockets.make()))
                .orElseGet(Sockets::nio);
    }

    private static Optional<Sockets> first(BooleanSupplier available, Supplier<Sockets> make) {
        try {
            return available.getAsBoolean() ? Optional.of(make.get()) : Optional.empty();
        } catch (LinkageError absent) {
            // The import is optional: without the bundle the class that names its classes can't be linked.
            return Optional.empty();
        }
    }

    /** The JDK's sockets, which are there everywhere. */
    public static Sockets nio() {
        return new Sockets(
                "nio",
                NioIoHandler.newFactory(),
                address -> new NioServerSocketChannel(),
                address -> new NioSocketChannel(),
                channel -> {});
    }
}
