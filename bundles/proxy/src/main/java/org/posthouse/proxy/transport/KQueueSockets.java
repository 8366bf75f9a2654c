package org.posthouse.proxy.transport;

import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;

/** The only class that names kqueue's (macOS): not touched before {@link Sockets#choose()} is ready for its absence. */
final class KQueueSockets {

    private KQueueSockets() {}

    static boolean available() {
        return KQueue.isAvailable();
    }

    static Sockets make() {
        return new Sockets(
                "kqueue",
                KQueueIoHandler.newFactory(),
                address -> new KQueueServerSocketChannel(),
                address -> new KQueueSocketChannel(),
                channel -> {});
    }
}
