package org.posthouse.bench.sink;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.posthouse.bench.Loop;

/** The sink's ports, all on loopback, served by one event loop. Open until closed. */
public final class Sink implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final Loop loop = Loop.open();
    private final Store store = new Store();

    /** Opens a port for IMAP in plain text. @return the port, 0 chooses one */
    public int open(int port) {
        return listen(port, () -> new SinkSession(store));
    }

    /** Opens a port for IMAP in TLS from the first octet. */
    public int openTls(SslContext tls) {
        return listen(0, () -> new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()), new SinkSession(store));
            }
        });
    }

    /** Opens the port that nginx asks where its clients belong. */
    public int openAuth(int port, int sinkPort) {
        return listen(port, () -> new AuthResponder(sinkPort));
    }

    private int listen(int port, Supplier<ChannelHandler> handler) {
        Channel channel = new ServerBootstrap()
                .group(loop.group())
                .channel(loop.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        accepted.pipeline().addLast(handler.get());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        loop.close();
    }
}
