package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator.DelegatingHandle;
import io.netty.channel.RecvByteBufAllocator.ExtendedHandle;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.UncheckedBooleanSupplier;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ServerTls;

/** How much is read of a leg at once, as far as it isn't what {@code Transport} says. */
final class Reads {

    private static final int LEAST = 512;
    private static final int FIRST = 2048;
    private static final int MOST = 112 * 1024;
    /** Of Netty's sizes the next greater. */
    private static final int NEXT = 128 * 1024;

    /** A read may come on top of what a leg has not yet taken, in both directions: together less than 256 KiB. */
    private static final WriteBufferWaterMark MARKS = new WriteBufferWaterMark(4 * 1024, 12 * 1024);

    private static final RecvByteBufAllocator LARGE = large();

    private Reads() {}

    /**
     * For a leg, before its first read. Where neither leg has TLS more is read at once, for fewer system calls per octet; with
     * TLS so much can't be had, because what was read is held beside its other form.
     */
    static void of(Channel leg, ListenerSettings settings) {
        if (settings.tls() == ClientTls.OFF && settings.upstreamTls() == ServerTls.OFF) {
            leg.config().setRecvByteBufAllocator(LARGE).setWriteBufferWaterMark(MARKS);
        }
    }

    private static RecvByteBufAllocator large() {
        RecvByteBufAllocator sizes = new AdaptiveRecvByteBufAllocator(LEAST, FIRST, NEXT).maxMessagesPerRead(1);
        return () -> new Bounded(sizes.newHandle());
    }

    /** Netty's sizes are powers of two: the greatest would be half of what both directions may hold. */
    private static final class Bounded extends DelegatingHandle implements ExtendedHandle {

        private final ExtendedHandle sizes;

        private Bounded(RecvByteBufAllocator.Handle sizes) {
            super(sizes);
            this.sizes = (ExtendedHandle) sizes;
        }

        @Override
        public int guess() {
            return Math.min(MOST, sizes.guess());
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator alloc) {
            return alloc.ioBuffer(guess());
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return sizes.continueReading(maybeMore);
        }
    }
}
