package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Inputs that break framers: very long, very deep, very slow, full of odd octets. */
@Tag("unit")
class LongInputTest {

    private static final int LINE = 64 * 1024;
    private static final int PIECE = 8192;

    /** Counts every read of the framer, whatever its width. */
    private static final class CountingBuf extends UnpooledHeapByteBuf {
        private long reads;

        CountingBuf(byte[] octets) {
            super(new UnpooledByteBufAllocator(false, true), octets, octets.length);
        }

        @Override
        public byte getByte(int index) {
            reads++;
            return super.getByte(index);
        }

        @Override
        public short getShortLE(int index) {
            reads++;
            return super.getShortLE(index);
        }

        @Override
        public long getLongLE(int index) {
            reads++;
            return super.getLongLE(index);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long readsOctetByOctet(String text, Probe probe) {
        CountingBuf buf = new CountingBuf(octets(text));
        int from = 0;
        for (int to = 1; to <= text.length(); to++) {
            while (from < to && probe.advance(buf, from, to) != Probe.Found.MORE) {
                from = probe.end();
            }
        }
        assertEquals(text.length(), from, "all framed");
        buf.release();
        return buf.reads;
    }

    @Test
    void shouldReadEachOctetAFewTimesWhenAServerSendsOneAtATime() {
        String digits = "* 1 FETCH (X {" + "0".repeat(LINE) + "\r\n";
        String words = "* LIST () \"/\" " + "x".repeat(LINE) + "\r\n";
        String tag = "t".repeat(LINE) + " OK x\r\n";
        String code = "* NO [BADCHARSET (" + "x".repeat(LINE) + "\r\n";
        for (String line : List.of(digits, words, tag, code)) {
            assertTrue(readsOctetByOctet(line, new ResponseProbe(0)) < 12L * line.length(), "linear when relayed");
            assertTrue(readsOctetByOctet(line, new ResponseProbe(LINE * 2)) < 12L * line.length(), "linear when held");
        }
    }

    @Test
    void shouldReadEachOctetOnceWhenAClientSendsOneAtATime() {
        String digits = "a SEARCH TEXT {" + "0".repeat(LINE) + "\r\n";
        String words = "a SEARCH " + "TEXT x ".repeat(LINE / 7) + "\r\n";
        for (String line : List.of(digits, words)) {
            assertTrue(readsOctetByOctet(line, CommandProbe.streaming(CommandRules.STRICT, 0)) < 2L * line.length());
            assertTrue(readsOctetByOctet(line, CommandProbe.streaming(CommandRules.STRICT, LINE * 2))
                    < 2L * line.length());
        }
    }

    @Test
    void shouldRelayALineOfTenMegabytesInPartsWhenNothingIsHeld() {
        assertHeldAtMost("* SEARCH" + " 4294967295".repeat(1_000_000) + "\r\n", new ResponseProbe(0), PIECE);
        String command = "a UID FETCH 1" + ",4294967295".repeat(1_000_000) + " FLAGS\r\n";
        assertHeldAtMost(command, CommandProbe.streaming(CommandRules.STRICT, 0), PIECE);
    }

    @Test
    void shouldHoldNoMoreThanDemandedWhenALineDoesNotEnd() {
        assertHeldAtMost("x".repeat(1_000_000), new ResponseProbe(0), PIECE);
        assertHeldAtMost("* OK [" + "x".repeat(1_000_000), new ResponseProbe(0), PIECE);
        assertHeldAtMost("a NOOP " + "(".repeat(100_000), CommandProbe.streaming(CommandRules.STRICT, 1024), PIECE);
        assertHeldAtMost("a".repeat(100_000), CommandProbe.streaming(CommandRules.STRICT, 0), PIECE);
    }

    /** Presents the text in pieces; what the framer leaves over must never be more than a piece. */
    private static void assertHeldAtMost(String text, Probe probe, int bound) {
        byte[] input = octets(text);
        ByteBuf buf = new UnpooledByteBufAllocator(false, true)
                .heapBuffer(input.length)
                .writeBytes(input);
        int from = 0;
        Probe.Found found = Probe.Found.MORE;
        for (int to = 0; to < input.length && found != Probe.Found.FATAL; ) {
            to = Math.min(input.length, to + PIECE);
            do {
                found = probe.advance(buf, from, to);
                from = probe.end();
            } while (from < to && found != Probe.Found.MORE && found != Probe.Found.FATAL);
            assertTrue(to - from <= bound, "held");
        }
        buf.release();
    }

    @Test
    void shouldNotDependOnDepthWhenParenthesesNest() {
        String deep = "(".repeat(100_000);
        List<Frame> response = Feed.inPieces(octets("* 1 FETCH (BODYSTRUCTURE " + deep + "\r\n"), new ResponseProbe(0));
        assertEquals("LINE DATA FETCH ends", response.get(0).what());
        Probe streaming = CommandProbe.streaming(CommandRules.STRICT, 0);
        List<Frame> command = Feed.inPieces(octets("a SEARCH " + deep + "TEXT {3+}\r\nabc\r\n"), streaming);
        assertEquals("LINE a SEARCH {3+}", command.get(0).what());
        String closed = "a SEARCH " + ")".repeat(100_000) + " {3+}\r\n";
        Probe refusing = CommandProbe.streaming(CommandRules.STRICT, 0);
        assertEquals(
                "REFUSED a SEARCH LITERAL_PLACE (fatal)",
                Feed.inPieces(octets(closed), refusing).get(0).what());
    }

    @Test
    void shouldTakeAnyOctetFromAServer() {
        StringBuilder all = new StringBuilder("* OK ");
        for (char octet = 0; octet < 256; octet++) {
            all.append(octet == '\n' ? ' ' : octet);
        }
        List<Frame> frames = Verifier.frames("all octets", octets(all + "\r\n"), () -> new ResponseProbe(0));
        assertEquals(1, frames.size());
    }

    @Test
    void shouldNotKeepOrReleaseTheBufferWhenFraming() {
        ByteBuf buf = io.netty.buffer.PooledByteBufAllocator.DEFAULT.directBuffer(64);
        buf.writeBytes(octets("* 1 FETCH (BODY[] {3}\r\nabc"));
        ResponseFramer framer = new ResponseFramer(head -> 0);
        framer.advance(buf, 0, buf.writerIndex());
        framer.advance(buf, framer.end(), buf.writerIndex());
        assertEquals(1, buf.refCnt());
        assertEquals(0, buf.readerIndex());
        buf.release();
    }
}
