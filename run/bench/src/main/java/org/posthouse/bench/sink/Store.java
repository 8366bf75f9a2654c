package org.posthouse.bench.sink;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Map;

/** What all sessions of a sink share: prepared answers and the checksums of what may be appended. Any thread. */
final class Store {
    private final ByteBuf flags = prepared(Answers.flags());
    private final ByteBuf small = prepared(Answers.body(Answers.SMALL));
    private final ByteBuf large = prepared(Answers.body(Answers.LARGE));
    private final Map<Integer, Long> checksums = Map.of(
            Answers.SMALL, Content.checksum(Content.message(Answers.SMALL)),
            Answers.LARGE, Content.checksum(Content.message(Answers.LARGE)));

    /** The untagged data for the arguments of a UID FETCH; the buffer is the caller's. */
    ByteBuf answer(String arguments) {
        return switch (arguments) {
            case "1:* (FLAGS)" -> flags.duplicate();
            case "1 BODY.PEEK[]" -> small.duplicate();
            case "2 BODY.PEEK[]" -> large.duplicate();
            default -> Unpooled.EMPTY_BUFFER;
        };
    }

    boolean knows(int octets, long checksum) {
        return checksums.getOrDefault(octets, -1L) == checksum;
    }

    /** Memory that the collector frees with the sink; no session can release it. */
    private static ByteBuf prepared(byte[] octets) {
        ByteBuffer memory = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory.asReadOnlyBuffer()));
    }
}
