package org.posthouse.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The octets that must come next. Lives on the event loop; the arrays given are read, never changed. */
final class Expected {
    private static final int SHOWN = 48;
    private static final int SHOWN_BEFORE = 12;

    private final Deque<ByteBuffer> octets = new ArrayDeque<>();

    void add(byte[] more) {
        if (more.length > 0) {
            octets.add(ByteBuffer.wrap(more));
        }
    }

    boolean done() {
        return octets.isEmpty();
    }

    /**
     * Takes from {@code in} what was expected; stops where the answer is complete or {@code in} is empty.
     *
     * @throws WrongAnswer at the first octet that differs
     */
    void take(ByteBuf in) throws WrongAnswer {
        while (in.isReadable() && !octets.isEmpty()) {
            ByteBuffer next = octets.element();
            int length = Math.min(next.remaining(), in.readableBytes());
            ByteBuffer part = next.slice(next.position(), length);
            int differs = in.nioBuffer(in.readerIndex(), length).mismatch(part);
            if (differs >= 0) {
                throw new WrongAnswer("expected '" + shown(part, differs) + "', got '"
                        + shown(in.nioBuffer(in.readerIndex(), length), differs) + "'");
            }
            in.skipBytes(length);
            next.position(next.position() + length);
            if (!next.hasRemaining()) {
                octets.remove();
            }
        }
    }

    private static String shown(ByteBuffer buffer, int from) {
        int begin = Math.max(0, from - SHOWN_BEFORE);
        ByteBuffer part = buffer.slice(begin, Math.min(SHOWN, buffer.limit() - begin));
        return StandardCharsets.ISO_8859_1
                .decode(part)
                .toString()
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
