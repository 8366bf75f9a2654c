package org.posthouse.proxy.session;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator;

/** How much is read of a leg at once; never more than 128 KiB before the other leg has been asked whether it takes that. */
final class Reads {

    private static final int LEAST = 512;
    private static final int FIRST = 2048;
    private static final int MOST = 64 * 1024;
    private static final int PER_TURN = 2;

    /** Half the system calls per octet. With TLS so much can't be had: what was read is held beside its other form. */
    private static final RecvByteBufAllocator PLAIN =
            new AdaptiveRecvByteBufAllocator(LEAST, FIRST, MOST).maxMessagesPerRead(PER_TURN);

    private Reads() {}

    /** For a leg without TLS; before its first read. */
    static void plain(Channel leg) {
        leg.config().setRecvByteBufAllocator(PLAIN);
    }
}
