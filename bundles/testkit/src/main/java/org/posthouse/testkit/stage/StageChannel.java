package org.posthouse.testkit.stage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Consumer;

/**
 * A channel that behaves like a socket where the engine cares: it is read only when somebody asked for a read, its peer
 * may stop taking octets, and a reset is told from an orderly close. Lives on the loop's thread.
 */
final class StageChannel extends AbstractChannel {

    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final InetSocketAddress PROXY = new InetSocketAddress("127.0.0.1", 993);
    private static final int RECEIVE = 2048;
    private static final int READ_MOST = 32 * 1024;

    private final Config config = new Config();
    private final SocketAddress far;
    private final Consumer<byte[]> heard;
    private final Inbox got = new Inbox();
    private final Arrivals arriving = new Arrivals();
    private boolean readWanted;
    private boolean lingerless;
    private boolean blocked;
    private boolean closing;
    private boolean closed;

    StageChannel(SocketAddress far, ByteBufAllocator allocator, Consumer<byte[]> heard) {
        super(null);
        this.far = far;
        this.heard = heard;
        config.setAllocator(allocator);
        config.setAutoRead(false);
        config.setWriteBufferWaterMark(new WriteBufferWaterMark(READ_MOST, 2 * READ_MOST));
    }

    /** What the far peer has got. */
    Inbox got() {
        return got;
    }

    /** The far peer sends. */
    void arrive(InputStream octets) {
        arriving.add(octets);
    }

    /** The far peer closes once everything that it has sent is read. */
    void closeFar() {
        closing = true;
    }

    /** How the proxy has ended it, see {@link Wire#end}. */
    String end() {
        if (!closed) {
            return "open";
        }
        return lingerless ? "reset" : "closed";
    }

    /** The far peer takes no octets any more, or again. */
    void block(boolean on) {
        blocked = on;
        if (!on) {
            pipeline().flush();
        }
    }

    /** Lets the engine read once, if it wants to and there is something; whether it did. */
    boolean carry() {
        if (closed || !(config.isAutoRead() || readWanted)) {
            return false;
        }
        byte[] packet = arriving.next();
        if (packet.length > 0) {
            readWanted = false;
            ByteBuf buffer = alloc().buffer(Math.max(RECEIVE, packet.length)).writeBytes(packet);
            pipeline().fireChannelRead(buffer);
            pipeline().fireChannelReadComplete();
            return true;
        }
        if (closing) {
            closing = false;
            unsafe().close(voidPromise());
            return true;
        }
        return false;
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public boolean isActive() {
        return !closed;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(new UnsupportedOperationException("connected from the start"));
            }
        };
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected SocketAddress localAddress0() {
        return PROXY;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return far;
    }

    @Override
    protected void doBind(SocketAddress local) {
        throw new UnsupportedOperationException("bound from the start");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    protected void doClose() {
        closed = true;
    }

    @Override
    protected void doBeginRead() {
        readWanted = true;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer in) {
        while (!blocked && in.current() instanceof ByteBuf buffer) {
            byte[] octets = new byte[buffer.readableBytes()];
            buffer.readBytes(octets);
            got.add(octets);
            heard.accept(octets);
            in.remove();
        }
    }

    private final class Config extends DefaultChannelConfig {

        Config() {
            super(StageChannel.this);
        }

        @Override
        public <T> boolean setOption(ChannelOption<T> option, T value) {
            lingerless |=
                    ChannelOption.SO_LINGER.equals(option) && Integer.valueOf(0).equals(value);
            return super.setOption(option, value);
        }

        @Override
        protected void autoReadCleared() {
            readWanted = false;
        }
    }
}
