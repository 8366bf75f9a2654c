package org.posthouse.proxy.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * The event loops of one runtime, as many as there are processors, and the options that every socket gets. Each serves
 * sessions; a port's connections are accepted on one of them, since a thread for that alone would cost two switches per
 * session. TCP_NODELAY is not among the options: Netty sets it on each socket that it makes. Thread-safe.
 * {@link #close()} ends the threads; never call it on one of them.
 */
public final class Transport implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int READ_MOST = 32 * 1024;
    private static final int READS_PER_TURN = 4;
    private static final WriteBufferWaterMark MARKS = new WriteBufferWaterMark(32 * 1024, 64 * 1024);
    private static final int QUIET_MILLIS = 0;
    private static final int END_MILLIS = 2_000;

    private final RecvByteBufAllocator reads =
            new AdaptiveRecvByteBufAllocator(512, 2048, READ_MOST).maxMessagesPerRead(READS_PER_TURN);
    private final Sockets sockets;
    private final ByteBufAllocator allocator;
    private final EventLoopGroup workers;

    /**
     * Loops on these sockets with the product's allocator: Netty's adaptive one. Both of Netty's pooling allocators take
     * a buffer back between two reads, so an idle session holds none; the adaptive one also sizes its chunks by what is
     * asked for lately and frees them, where the pooled one keeps 4 MiB chunks per arena and caches per thread. It is
     * what the floor of 7.4 KiB per idle session was measured with.
     */
    public Transport(Sockets sockets) {
        this(sockets, new AdaptiveByteBufAllocator(true), Runtime.getRuntime().availableProcessors());
    }

    /** Loops with another allocator (one that counts, say) and number of workers. */
    public Transport(Sockets sockets, ByteBufAllocator allocator, int workers) {
        this.sockets = sockets;
        this.allocator = allocator;
        this.workers = new MultiThreadIoEventLoopGroup(workers, new NamedThreads("loop"), sockets.handlers());
    }

    /** The kind of socket. */
    public Sockets sockets() {
        return sockets;
    }

    /** The loops that serve sessions. */
    public EventLoopGroup workers() {
        return workers;
    }

    /** The allocator of every channel. */
    public ByteBufAllocator allocator() {
        return allocator;
    }

    /** What binds a port of this address. Accepted channels read: nothing comes before their handler was added. */
    public ServerBootstrap server(InetSocketAddress address, ChannelHandler child) {
        return new ServerBootstrap()
                .group(workers)
                .channelFactory(() -> listening(address.getAddress()))
                .localAddress(address)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOCATOR, allocator)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, MARKS)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, reads)
                .childHandler(child);
    }

    /**
     * Connects to this address, on the given loop, whose thread calls. The channel has no handler yet: who wants to have
     * one adds it when the future completes, which is before anything is read, and turns {@code autoRead} on then. What the
     * server has said by then may be read once even if it isn't.
     *
     * <p>No Bootstrap: it would make a set of options, two tasks and three promises for each session.
     */
    public ChannelFuture connect(EventLoop loop, InetSocketAddress server, int timeoutMillis) {
        Channel channel = sockets.client().apply(server.getAddress());
        channel.config()
                .setAllocator(allocator)
                .setAutoRead(false)
                .setWriteBufferWaterMark(MARKS)
                .setRecvByteBufAllocator(reads)
                .setConnectTimeoutMillis(timeoutMillis);
        sockets.eager().accept(channel);
        ChannelFuture registered = loop.register(channel);
        if (registered.cause() != null) {
            channel.unsafe().closeForcibly();
            return registered;
        }
        return channel.connect(server);
    }

    private ServerChannel listening(InetAddress address) {
        ServerChannel port = sockets.server().apply(address);
        // Comes before Netty's acceptor, which registers what was accepted.
        port.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                sockets.eager().accept((Channel) accepted);
                context.fireChannelRead(accepted);
            }
        });
        return port;
    }

    /** Closes what is left of channels and ends the threads, within a few seconds. */
    @Override
    public void close() {
        workers.shutdownGracefully(QUIET_MILLIS, END_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2L * END_MILLIS);
    }
}
