package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One side of a session under test: its channel, and the far peer that sends and gets octets, in TLS or without. */
final class Leg {

    /** As large as a socket's usual receive buffer: small packets stand in large buffers. */
    private static final int RECEIVE = 2048;

    private final FakeSocket channel;
    private final CountingAllocator allocator;
    private final Deque<ByteBuf> arriving = new ArrayDeque<>();
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private Optional<EmbeddedChannel> far = Optional.empty();
    private boolean closing;

    Leg(FakeSocket channel, CountingAllocator allocator) {
        this.channel = channel;
        this.allocator = allocator;
    }

    FakeSocket channel() {
        return channel;
    }

    /** The far peer sends one packet. */
    void send(byte[] octets) {
        if (far.isPresent()) {
            far.get().writeOutbound(Unpooled.wrappedBuffer(octets));
        } else {
            arrive(Unpooled.wrappedBuffer(octets));
        }
    }

    /** The far peer closes once everything that it has sent is read. */
    void close() {
        closing = true;
    }

    /** The far peer goes on in TLS; what it got since the last {@link #taken} is the beginning of the handshake. */
    void secure(SslHandler handler) {
        byte[] hello = got.toByteArray();
        got.reset();
        EmbeddedChannel peer = new EmbeddedChannel(handler);
        far = Optional.of(peer);
        peer.writeInbound(Unpooled.wrappedBuffer(hello));
    }

    /** What the far peer has got and nobody has looked at yet. */
    String unseen() {
        return got.toString(StandardCharsets.ISO_8859_1);
    }

    /** Takes so many octets off {@link #unseen()}. */
    void taken(int octets) {
        byte[] rest = got.toByteArray();
        got.reset();
        got.write(rest, octets, rest.length - octets);
    }

    /** Carries what can be carried; whether anything was. */
    boolean pump() {
        channel.runPendingTasks();
        boolean moved = carryOut() | carryFar();
        if (!channel.reading()) {
            return moved;
        }
        ByteBuf packet = arriving.poll();
        if (packet != null) {
            channel.hasRead();
            channel.writeInbound(packet);
            return true;
        }
        if (closing) {
            closing = false;
            channel.close();
            channel.runPendingTasks();
            return true;
        }
        return moved;
    }

    void release() {
        arriving.forEach(ByteBuf::release);
        arriving.clear();
        far.ifPresent(EmbeddedChannel::finishAndReleaseAll);
        channel.releaseOutbound();
    }

    private boolean carryOut() {
        boolean moved = false;
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            moved = true;
            if (far.isPresent()) {
                far.get().writeInbound(Unpooled.copiedBuffer(out));
            } else {
                note(out);
            }
            out.release();
        }
        return moved;
    }

    private boolean carryFar() {
        if (far.isEmpty()) {
            return false;
        }
        far.get().runPendingTasks();
        boolean moved = false;
        for (ByteBuf in = far.get().readInbound(); in != null; in = far.get().readInbound()) {
            note(in);
            in.release();
            moved = true;
        }
        for (ByteBuf out = far.get().readOutbound();
                out != null;
                out = far.get().readOutbound()) {
            arrive(out);
            out.release();
            moved = true;
        }
        return moved;
    }

    private void arrive(ByteBuf octets) {
        ByteBuf received = allocator.buffer(Math.max(RECEIVE, octets.readableBytes()));
        arriving.add(received.writeBytes(octets, octets.readerIndex(), octets.readableBytes()));
    }

    private void note(ByteBuf octets) {
        byte[] copy = new byte[octets.readableBytes()];
        octets.getBytes(octets.readerIndex(), copy);
        got.writeBytes(copy);
    }
}
