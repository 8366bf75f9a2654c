package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.posthouse.imap.wire.ResponseHead.DataName;

/** Names of untagged data by their first eight octets and their length: a table that is full to a half. */
final class DataWords {

    private static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long[] KEYS = new long[MASK + 1];
    private static final DataName[] NAMES = new DataName[MASK + 1];
    private static final byte[][] OCTETS = new byte[MASK + 1][];

    static {
        for (DataName name : DataName.values()) {
            if (name != DataName.OTHER) {
                put(key(Octets.word(name.name()), name.name().length()), name);
            }
        }
    }

    private DataWords() {}

    private static void put(long key, DataName name) {
        int at = slot(key);
        while (KEYS[at] != 0) {
            at = at + 1 & MASK;
        }
        KEYS[at] = key;
        NAMES[at] = name;
        OCTETS[at] = name.name().getBytes(StandardCharsets.US_ASCII);
    }

    /** The name at {@code from}, whose first octets in capitals are the word; OTHER if there is none. */
    static DataName of(ByteBuf buf, int from, long word, int length) {
        long key = key(word, length);
        int at = slot(key);
        while (KEYS[at] != 0) {
            if (KEYS[at] == key && CodeWords.same(buf, from, length, OCTETS[at])) {
                return NAMES[at];
            }
            at = at + 1 & MASK;
        }
        return DataName.OTHER;
    }

    /** Not unique: what it finds is compared octet by octet. */
    private static long key(long word, int length) {
        return word ^ (long) length << 56;
    }

    private static int slot(long key) {
        return (int) (key * MIX >>> 64 - BITS);
    }
}
