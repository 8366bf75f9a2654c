package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/**
 * What the passes allocate per message once they are warm. Everything that they write is released in front of the
 * channel, so that only the session itself is measured; the buffers are made once and are no views of others, as a
 * socket's are.
 */
@Tag("embedded")
class AllocationTest {

    private static final int WARM = 20_000;
    private static final int MEASURED = 20_000;
    private static final int LINES = 20;
    private static final long MOST_PER_COMMAND = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void shouldAllocateNothingPerResponseWhenNobodyIsInterested(TestReporter report) {
        try (SessionUnderTest stage = stage()) {
            ByteBuf lines = octets("* 12345 FETCH (UID 77 FLAGS (\\Seen))\r\n".repeat(LINES));
            ByteBuf literals = octets("* 1 FETCH (BODY[] {10}\r\n0123456789 UID 4)\r\n* 7 EXISTS\r\n".repeat(LINES));
            long perLines = perRound(() -> stage.session().responses().consume(lines.retain()));
            long perLiterals = perRound(() -> stage.session().responses().consume(literals.retain()));
            long perRead = Math.max(perLines, perLiterals);
            lines.release();
            literals.release();
            report.publishEntry("octets per read of lines", Long.toString(perLines));
            report.publishEntry("octets per read of " + LINES + " responses", Long.toString(perRead));
            // Per read a promise and a task or so; per response nothing.
            assertTrue(perRead < 8 * LINES, perRead + " octets per read of " + LINES + " responses");
        }
    }

    @Test
    void shouldAllocateLittlePerCommandWhenNobodyIsInterested(TestReporter report) {
        try (SessionUnderTest stage = stage()) {
            ByteBuf command = octets("a1 UID FETCH 1:* (FLAGS)\r\n");
            ByteBuf result = octets("a1 OK done\r\n");
            long perCommand = perRound(() -> {
                stage.session().commands().consume(command.retain());
                stage.session().responses().consume(result.retain());
            });
            command.release();
            result.release();
            report.publishEntry("octets per command", Long.toString(perCommand));
            assertTrue(perCommand <= MOST_PER_COMMAND, perCommand + " octets per command");
        }
    }

    private long perRound(Runnable round) {
        repeat(round, WARM);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(round, MEASURED);
        return (threads.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }

    private static void repeat(Runnable round, int times) {
        for (int i = 0; i < times; i++) {
            round.run();
        }
    }

    /** Not tracked for leaks: the tracking allocates. */
    private static ByteBuf octets(String text) {
        return new UnpooledByteBufAllocator(true, true).directBuffer().writeBytes(text.getBytes(US_ASCII));
    }

    private static SessionUnderTest stage() {
        SessionUnderTest stage = new SessionUnderTest(
                Configured.settings(Path.of("conf")), FakeUpstream.Manner.CONNECTS, new InterceptorTracker());
        stage.server().send("* PREAUTH ready\r\n".getBytes(US_ASCII));
        stage.pump();
        stage.client().channel().pipeline().addFirst(new Drain());
        stage.server().channel().pipeline().addFirst(new Drain());
        return stage;
    }

    /** Takes what is written before the channel's own queues do. */
    private static final class Drain extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {
            // Nothing is queued.
        }
    }
}
