package org.posthouse.imap.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a NUL, eight octets at a time: literals are long. */
final class NulScan {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOWS = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private NulScan() {}

    static boolean hasNul(byte[] array, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long octets = (long) LONGS.get(array, at);
            if ((octets - LOWS & ~octets & HIGHS) != 0) {
                return true;
            }
        }
        for (; at < to; at++) {
            if (array[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
