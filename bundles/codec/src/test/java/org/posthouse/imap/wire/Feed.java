package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Presents input to a framer in pieces, as a session would, and gathers the frames: parts of one line or literal are
 * one frame. Checks on the way that the events cover the input without gap or overlap.
 */
final class Feed {

    /** Without leak detection: at its paranoid level each access takes a stack trace, and nothing here retains. */
    private static final ByteBufAllocator UNTRACKED = new UnpooledByteBufAllocator(true, true);

    private static final String JUNK = "{9}\r\n\"* OK [";

    private final byte[] input;
    private final Probe probe;
    private final List<Frame> frames = new ArrayList<>();
    private int from;
    private int frameStart;
    private String subject = "";
    private boolean parted;
    private boolean dead;

    private Feed(byte[] input, Probe probe) {
        this.input = input;
        this.probe = probe;
    }

    /** The frames when the input comes in pieces that end at the cuts. */
    static List<Frame> inPieces(byte[] input, Probe probe, int... cuts) {
        Feed feed = new Feed(input, probe);
        ByteBuf buf = UNTRACKED.directBuffer(input.length + 16).writeZero(3).writeBytes(input);
        try {
            for (int cut : cuts) {
                feed.take(buf, 3, cut);
            }
            feed.take(buf, 3, input.length);
        } finally {
            buf.release();
        }
        return feed.finish();
    }

    /** The frames when each octet is a piece, each time in another buffer with other octets around. */
    static List<Frame> byteByByte(byte[] input, Probe probe) {
        Feed feed = new Feed(input, probe);
        for (int cut = 1; cut <= input.length; cut++) {
            int start = feed.from;
            ByteBuf buf = UNTRACKED.heapBuffer(cut - start + 40);
            try {
                byte[] junk = JUNK.substring(cut % JUNK.length()).getBytes(StandardCharsets.US_ASCII);
                buf.writeBytes(junk).writeBytes(input, start, cut - start).writeBytes(junk);
                feed.take(buf, junk.length - start, cut);
            } finally {
                buf.release();
            }
        }
        return feed.finish();
    }

    /** @param shift what to add to an index of the input to get one of the buffer */
    private void take(ByteBuf buf, int shift, int to) {
        while (from < to && !dead) {
            Probe.Found found = probe.advance(buf, shift + from, shift + to);
            int end = probe.end() - shift;
            if (found == Probe.Found.MORE) {
                assertEquals(from, end, "NEED_MORE must leave the octets where they are");
                return;
            }
            assertTrue(end > from && end <= to, "event must cover octets that are there");
            from = end;
            event(found, buf);
        }
    }

    private void event(Probe.Found found, ByteBuf buf) {
        boolean begins = !parted && found != Probe.Found.LITERAL && found != Probe.Found.LITERAL_END;
        if (begins) {
            subject = probe.first() ? probe.subject(buf) : "… ";
        }
        switch (found) {
            case PART -> parted = true;
            case LINE -> frame("LINE " + subject + probe.outcome(), probe.ends());
            case LITERAL_END -> frame("LITERAL", false);
            case REFUSED -> frame("REFUSED " + subject + probe.outcome(), true);
            case FATAL -> {
                frame("REFUSED " + subject + probe.outcome(), true);
                dead = true;
            }
            default -> {}
        }
    }

    private void frame(String what, boolean endsMessage) {
        frames.add(Frame.of(what, input, frameStart, from, endsMessage));
        frameStart = from;
        parted = false;
    }

    private List<Frame> finish() {
        if (frameStart < input.length) {
            frames.add(Frame.of(dead ? Frame.DEAD : Frame.REST, input, frameStart, input.length, false));
        }
        return frames;
    }
}
