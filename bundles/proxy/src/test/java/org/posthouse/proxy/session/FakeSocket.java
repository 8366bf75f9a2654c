package org.posthouse.proxy.session;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;

/**
 * An embedded channel that behaves like a socket where the session cares: it is read only when somebody asked for a
 * read, its peer may stop taking bytes, and a reset is told from an orderly close.
 */
final class FakeSocket extends EmbeddedChannel {

    // Used by the super constructor: no initialiser, or it would be reset.
    private @Nullable ChannelConfig config;
    private boolean readWanted;
    private boolean lingerless;
    private boolean probed;
    private boolean blocked;

    FakeSocket(CountingAllocator allocator) {
        super(DefaultChannelId.newInstance(), false, false);
        config().setAllocator(allocator);
        config().setAutoRead(false);
        config().setWriteBufferWaterMark(new WriteBufferWaterMark(32 * 1024, 64 * 1024));
    }

    /** Whether the session wants to read now. */
    boolean reading() {
        return isOpen() && (config().isAutoRead() || readWanted);
    }

    /** Takes note that a read has happened. */
    void hasRead() {
        readWanted = false;
    }

    /** Whether it was closed with a reset. */
    boolean reset() {
        return lingerless && !isOpen();
    }

    /** Whether the system was told to probe the peer. */
    boolean probed() {
        return probed;
    }

    /** The peer takes no bytes any more, or again. */
    void block(boolean on) {
        blocked = on;
        if (!on) {
            flush();
        }
    }

    @Override
    public ChannelConfig config() {
        if (config == null) {
            config = new Config();
        }
        return config;
    }

    @Override
    protected void doBeginRead() {
        readWanted = true;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer in) throws Exception {
        if (!blocked) {
            super.doWrite(in);
        }
    }

    private final class Config extends DefaultChannelConfig {

        Config() {
            super(FakeSocket.this);
        }

        @Override
        public <T> boolean setOption(ChannelOption<T> option, T value) {
            lingerless |=
                    ChannelOption.SO_LINGER.equals(option) && Integer.valueOf(0).equals(value);
            probed |= ChannelOption.SO_KEEPALIVE.equals(option) && Boolean.TRUE.equals(value);
            return super.setOption(option, value);
        }

        @Override
        protected void autoReadCleared() {
            readWanted = false;
        }
    }
}
