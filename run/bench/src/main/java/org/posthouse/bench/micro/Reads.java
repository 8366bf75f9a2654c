package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import org.posthouse.imap.wire.ResponseFramer;

/** What a server said, as it comes: 32 KiB more with each read. One thread. */
final class Reads {

    /** What a socket gives at once. */
    private static final int READ = 32 * 1024;

    private final ByteBuf octets;
    private final byte[] copy;
    private final ResponseFramer relaying = new ResponseFramer(head -> 0);
    private final ResponseFramer holding = new ResponseFramer(head -> Integer.MAX_VALUE);

    Reads(byte[] octets) {
        this.octets = Unpooled.directBuffer(octets.length).writeBytes(octets);
        this.copy = new byte[octets.length];
    }

    /** What nothing that looks at messages can do without: finds the ends of the lines and copies the same octets. */
    long calibrate() {
        int length = octets.writerIndex();
        int from = 0;
        long lines = 0;
        for (int lf = octets.indexOf(0, length, (byte) '\n'); lf >= 0; lf = octets.indexOf(from, length, (byte) '\n')) {
            octets.getBytes(from, copy, from, lf + 1 - from);
            from = lf + 1;
            lines++;
        }
        octets.getBytes(from, copy, from, length - from);
        return lines;
    }

    /** Frames as a session does in which nobody looks; answers how many events there were. */
    long frame() {
        int length = octets.writerIndex();
        int from = 0;
        long events = 0;
        for (int read = Math.min(READ, length); from < length; read = Math.min(read + READ, length)) {
            while (from < read) {
                from = relaying.skipNumbered(octets, from, read);
                if (from < read && relaying.advance(octets, from, read) == ResponseFramer.Event.NEED_MORE) {
                    break;
                }
                from = Math.max(from, relaying.end());
                events++;
            }
        }
        return events;
    }

    /** Frames each message and reads its head; answers something of all heads. */
    long heads() {
        int length = octets.writerIndex();
        int from = 0;
        long heads = 0;
        for (int read = Math.min(READ, length); from < length; read = Math.min(read + READ, length)) {
            while (from < read && relaying.advance(octets, from, read) != ResponseFramer.Event.NEED_MORE) {
                heads += relaying.head();
                from = relaying.end();
            }
        }
        return heads;
    }

    /** Frames and copies each message out of the read, as a session does with one that somebody wants; how many. */
    long messages(Consumer<byte[]> taker) {
        int length = octets.writerIndex();
        int begin = 0;
        int from = 0;
        long all = 0;
        for (int read = Math.min(READ, length); from < length; read = Math.min(read + READ, length)) {
            while (from < read) {
                ResponseFramer.Event event = holding.advance(octets, from, read);
                if (event == ResponseFramer.Event.NEED_MORE) {
                    break;
                }
                from = holding.end();
                if (event == ResponseFramer.Event.LINE && holding.ends()) {
                    byte[] message = new byte[from - begin];
                    octets.getBytes(begin, message);
                    taker.accept(message);
                    all++;
                    begin = from;
                }
            }
        }
        return all;
    }
}
