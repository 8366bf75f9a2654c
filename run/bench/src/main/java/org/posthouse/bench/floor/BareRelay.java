package org.posthouse.bench.floor;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.util.Optional;

/**
 * Copies bytes between two channels on one event loop and knows nothing: {@code BareRelay PORT UPSTREAM_PORT [CERTIFICATE KEY]}
 * on 127.0.0.1, TLS towards clients when a certificate is named. The figure that a proxy on Netty can't go below.
 */
public final class BareRelay extends ChannelInboundHandlerAdapter {

    private final Channel other;

    private BareRelay(Channel other) {
        this.other = other;
    }

    /** Runs until killed. */
    public static void main(String[] args) throws Exception {
        int upstream = Integer.parseInt(args[1]);
        Optional<SslContext> tls = args.length < 4
                ? Optional.empty()
                : Optional.of(SslContextBuilder.forServer(new File(args[2]), new File(args[3]))
                        .build());
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        new ServerBootstrap()
                .group(loops)
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel client) {
                        tls.ifPresent(t -> client.pipeline().addLast(t.newHandler(client.alloc())));
                        join(client, upstream);
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(args[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static void join(Channel client, int upstream) {
        new Bootstrap()
                .group(client.eventLoop())
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new BareRelay(client))
                .connect("127.0.0.1", upstream)
                .addListener((ChannelFutureListener) connected -> {
                    client.pipeline().addLast(new BareRelay(connected.channel()));
                    client.config().setAutoRead(true);
                });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        other.write(message, other.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        other.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        other.config().setAutoRead(ctx.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
