package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Bytes of one direction that can't go on yet: an incomplete line, or what arrived while the gate holds.
 *
 * <p>Small rests of a large buffer are copied, so that a few bytes never pin a whole receive buffer; appended
 * bytes grow the copy by doubling, so that one-byte segments stay linear. {@link #capacity()} is what a session's
 * budget counts.
 */
final class Held {

    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    int length() {
        return bytes.readableBytes();
    }

    int capacity() {
        return bytes.capacity();
    }

    /** Keeps a range of a buffer that stays the caller's. Only when nothing is held. */
    void keep(ByteBuf from, int start, int end) {
        if (start == from.readerIndex() && end == from.writerIndex() && from.capacity() <= 2 * (end - start)) {
            // Whole: it can grow by doubling, so that a line in one-byte segments stays linear.
            bytes = from.retain();
        } else if (from.capacity() > 2 * (end - start)) {
            bytes = from.alloc().buffer(end - start).writeBytes(from, start, end - start);
        } else {
            bytes = from.retainedSlice(start, end - start);
        }
    }

    /** Appends so many of the buffer's readable bytes, which are read from it. */
    void append(ByteBuf from, int length) {
        if (bytes.maxWritableBytes() < length) {
            ByteBuf grown = from.alloc().buffer(bytes.readableBytes() + length).writeBytes(bytes);
            bytes.release();
            bytes = grown;
        }
        bytes.writeBytes(from, length);
    }

    /** Appends what completes the line that is held, or all if the line end is yet to come. */
    void appendLine(ByteBuf from) {
        int lineFeed = ByteBufUtil.indexOf(from, from.readerIndex(), from.writerIndex(), (byte) '\n');
        append(from, lineFeed < 0 ? from.readableBytes() : lineFeed + 1 - from.readerIndex());
    }

    /** Puts bytes in front of what is held; takes them over. */
    void prepend(ByteBuf front) {
        if (isEmpty()) {
            release();
            bytes = front;
            return;
        }
        ByteBuf joined = front.alloc().buffer(front.readableBytes() + bytes.readableBytes());
        joined.writeBytes(front).writeBytes(bytes);
        front.release();
        bytes.release();
        bytes = joined;
    }

    /** Hands over what is held; nothing is held afterwards. */
    ByteBuf take() {
        ByteBuf taken = bytes;
        bytes = Unpooled.EMPTY_BUFFER;
        return taken;
    }

    void release() {
        take().release();
    }
}
