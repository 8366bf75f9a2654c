package org.posthouse.imap.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Skipping runs of numbered lines finds no other boundaries than looking at each. */
@Tag("fuzz")
class SkipTest {

    private static final int ROUNDS = 60_000;

    @Test
    void shouldEndOnABoundaryWhenLinesAreSkipped() {
        Corpus corpus = new Corpus(20261102);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] input = corpus.mutant(false);
            ByteBuf buf = new UnpooledByteBufAllocator(true, true)
                    .directBuffer(input.length + 8)
                    .writeZero(5)
                    .writeBytes(input);
            check(buf);
            buf.release();
        }
    }

    @Test
    void shouldEndOnABoundaryWhenARunIsLong() {
        Random random = new Random(20261122);
        byte[] odd = "\n\r}{*0 \u000b".getBytes(US_ASCII);
        for (int i = 0; i < ROUNDS / 2; i++) {
            StringBuilder lines = new StringBuilder();
            for (int line = 1 + random.nextInt(20); line > 0; line--) {
                lines.append("* ")
                        .append(random.nextInt(100_000))
                        .append(" FETCH (X")
                        .append("x".repeat(random.nextInt(40)))
                        .append(")\r\n");
            }
            byte[] input = lines.toString().getBytes(US_ASCII);
            for (int change = random.nextInt(3); change > 0; change--) {
                input[random.nextInt(input.length)] = odd[random.nextInt(odd.length)];
            }
            ByteBuf buf = new UnpooledByteBufAllocator(true, true)
                    .directBuffer(input.length + 8)
                    .writeZero(5)
                    .writeBytes(input);
            check(buf);
            buf.release();
        }
    }

    private static void check(ByteBuf buf) {
        ResponseFramer looking = new ResponseFramer(head -> 0);
        ResponseFramer skipping = new ResponseFramer(head -> 0);
        int from = 5;
        int to = buf.writerIndex();
        while (from < to) {
            int skipped = skipping.skipNumbered(buf, from, to);
            while (from < skipped) {
                assertEquals(ResponseFramer.Event.LINE, looking.advance(buf, from, to));
                assertEquals(true, looking.first() && looking.ends());
                from = looking.end();
            }
            assertEquals(skipped, from, "a run ends where a line ends");
            if (from < to) {
                ResponseFramer.Event event = looking.advance(buf, from, to);
                assertEquals(event, skipping.advance(buf, from, to));
                assertEquals(looking.end(), skipping.end());
                from = event == ResponseFramer.Event.NEED_MORE ? to : looking.end();
            }
        }
    }
}
