package org.posthouse.proxy.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder.Cumulator;

/**
 * Copies together the one TLS record that two reads share, and leaves what follows where it is: the JDK's engine wants
 * each record in one piece, and Netty's own way is to append all reads to one buffer whose read octets leave at each
 * 16th read only, half a megabyte by then. Has no state.
 */
final class SnugCumulator implements Cumulator {

    private static final int HEADER = 5;
    private static final int LENGTH = 3;

    @Override
    public ByteBuf cumulate(ByteBufAllocator alloc, ByteBuf begun, ByteBuf in) {
        if (!begun.isReadable()) {
            begun.release();
            return in;
        }
        int rest = rest(begun, in);
        ByteBuf record = alloc.directBuffer(begun.readableBytes() + rest)
                .writeBytes(begun)
                .writeBytes(in, rest);
        begun.release();
        if (!in.isReadable()) {
            in.release();
            return record;
        }
        return alloc.compositeDirectBuffer(2).addComponent(true, record).addComponent(true, in);
    }

    /** How much of the second buffer completes the record; all of it if there is no knowing. */
    private static int rest(ByteBuf begun, ByteBuf in) {
        int had = begun.readableBytes();
        if (had + in.readableBytes() < HEADER) {
            return in.readableBytes();
        }
        int record = HEADER + (octet(begun, in, LENGTH) << 8 | octet(begun, in, LENGTH + 1));
        return record < had ? in.readableBytes() : Math.min(record - had, in.readableBytes());
    }

    private static int octet(ByteBuf begun, ByteBuf in, int index) {
        int had = begun.readableBytes();
        return index < had
                ? begun.getUnsignedByte(begun.readerIndex() + index)
                : in.getUnsignedByte(in.readerIndex() + index - had);
    }
}
