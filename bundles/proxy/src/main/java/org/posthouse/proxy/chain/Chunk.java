package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;
import org.posthouse.intercept.Bytes;

/** Octets on loan; use after the call throws. */
final class Chunk implements Bytes {

    private final ByteBuf buf;
    private final int start;
    private final int end;
    private boolean open = true;

    Chunk(ByteBuf buf, int start, int end) {
        this.buf = buf;
        this.start = start;
        this.end = end;
    }

    void expire() {
        open = false;
    }

    @Override
    public int length() {
        lent();
        return end - start;
    }

    @Override
    public int at(int index) {
        if (index < 0 || index >= length()) {
            throw new IndexOutOfBoundsException("octet " + index + " of " + (end - start));
        }
        return buf.getUnsignedByte(start + index);
    }

    @Override
    public void copyTo(byte[] target, int index) {
        lent();
        buf.getBytes(start, target, index, end - start);
    }

    @Override
    public byte[] copy() {
        byte[] copy = new byte[length()];
        copyTo(copy, 0);
        return copy;
    }

    private void lent() {
        if (!open) {
            throw new IllegalStateException("octets are valid only during the call that got them");
        }
    }
}
