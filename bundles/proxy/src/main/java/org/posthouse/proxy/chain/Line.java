package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;

/**
 * One line as the engine hands it to the chain. The buffer is borrowed for the call.
 *
 * @param buf where it stands
 * @param start its first octet, an absolute index
 * @param end just behind its line end
 * @param ends whether the message ends with it
 * @param literal octets announced, -1 for none
 * @param truncated whether more of the line follows
 * @param redaction how much of it people may read
 */
public record Line(
        ByteBuf buf, int start, int end, boolean ends, long literal, boolean truncated, Redaction redaction) {

    byte[] copy() {
        byte[] copy = new byte[end - start];
        buf.getBytes(start, copy);
        return copy;
    }
}
