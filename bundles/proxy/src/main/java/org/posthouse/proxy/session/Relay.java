package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Optional;

/**
 * Writes one direction's bytes to its channel: adjacent bytes of one read leave as one slice, uncopied, cut only
 * where something of ours is put in between. A read that passes whole is handed on as the buffer it came in.
 */
final class Relay {

    private static final int FLUSH_AT = 64 * 1024;

    private Optional<Channel> out = Optional.empty();
    private ByteBuf in = Unpooled.EMPTY_BUFFER;
    private int start;
    private int end;
    private int unflushed;
    private long flushed;

    /** Where it leads; nothing can pass before. */
    void to(Channel channel) {
        out = Optional.of(channel);
    }

    /** Begins with a buffer, which the relay owns from now on. */
    void begin(ByteBuf buffer) {
        in = buffer;
        start = buffer.readerIndex();
        end = start;
    }

    /** These bytes of the buffer leave as they are. */
    void pass(int from, int to) {
        if (from != end) {
            cut();
            start = from;
        }
        end = to;
    }

    /** Puts bytes of ours behind what has passed; takes them over. */
    void insert(ByteBuf ours) {
        cut();
        write(ours);
    }

    /** Ends with the buffer. */
    void finish() {
        ByteBuf done = in;
        in = Unpooled.EMPTY_BUFFER;
        int from = start;
        // First: a write may call back.
        start = end;
        if (end > from && from == done.readerIndex() && end == done.writerIndex()) {
            write(done);
            return;
        }
        if (end > from) {
            write(done.retainedSlice(from, end - from));
        }
        done.release();
    }

    /** Octets that have been flushed so far. */
    long flushed() {
        return flushed;
    }

    /** Flushes what was written. */
    void flush() {
        if (unflushed > 0) {
            flushed += unflushed;
            unflushed = 0;
            out.ifPresent(Channel::flush);
        }
    }

    /** Hands what has passed so far to the channel: something else is about to be done with it. */
    void cut() {
        int from = start;
        start = end;
        if (end > from) {
            write(in.retainedSlice(from, end - from));
        }
    }

    private void write(ByteBuf bytes) {
        unflushed += bytes.readableBytes();
        Channel channel = out.orElseThrow();
        channel.write(bytes, channel.voidPromise());
        if (unflushed >= FLUSH_AT) {
            flush();
        }
    }
}
