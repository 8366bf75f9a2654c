package org.posthouse.testkit;

import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Octets for large literals: lines of text, other at every place, always the same for a length and a seed. Never held as
 * a whole. In scripts: <code>${octets LENGTH}</code> or <code>${octets LENGTH SEED}</code>, to be sent and to be received.
 *
 * @param length how many
 * @param seed others for another seed
 */
public record Generated(long length, long seed) {

    private static final int LINE = 78;
    private static final int PRINTABLE = 94;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CHUNK = 8192;

    /** Not less than none. */
    public Generated {
        if (length < 0) {
            throw new IllegalArgumentException("length " + length);
        }
    }

    /** With seed 0. */
    public static Generated octets(long length) {
        return new Generated(length, 0);
    }

    /** The octet at the index. */
    public byte at(long index) {
        int column = (int) (index % LINE);
        if (column == LINE - 2) {
            return '\r';
        }
        if (column == LINE - 1) {
            return '\n';
        }
        long mixed = (index + 1 + seed * CHUNK) * SPREAD;
        return (byte) ('!' + ((mixed >>> 33) * PRINTABLE >>> 31));
    }

    /** All of them, once. */
    public InputStream stream() {
        return new InputStream() {
            private long next;

            @Override
            public int read() {
                return next < length ? at(next++) : -1;
            }

            @Override
            public int read(byte[] target, int from, int most) {
                Objects.checkFromIndexSize(from, most, target.length);
                if (next == length && most > 0) {
                    return -1;
                }
                int count = (int) Math.min(most, length - next);
                for (int i = 0; i < count; i++) {
                    target[from + i] = at(next++);
                }
                return count;
            }
        };
    }

    /** The CRC-32 of all of them. */
    public long crc32() {
        CRC32 sum = new CRC32();
        byte[] chunk = new byte[CHUNK];
        for (long from = 0; from < length; from += CHUNK) {
            int count = (int) Math.min(CHUNK, length - from);
            for (int i = 0; i < count; i++) {
                chunk[i] = at(from + i);
            }
            sum.update(chunk, 0, count);
        }
        return sum.getValue();
    }
}
