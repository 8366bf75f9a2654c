package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A whole session on one thread, from the read of the server's leg to the write of the client's: what short FETCH
 * responses cost with so many interceptors that don't want them, look at them, or rewrite them.
 */
@State(Scope.Thread)
public class ChainBenchmark {

    static final int LINES = 400;

    private static final String LINE = "* 12345 FETCH (UID 4827313 FLAGS (\\Seen))\r\n";

    @Param
    Crowd crowd = Crowd.NOBODY;

    private Stage stage = new Stage(Audience.uninterested(0));
    private ByteBuf read = Unpooled.EMPTY_BUFFER;
    private final Reads reads = new Reads(ascii(LINE.repeat(LINES)));

    /** Who failed and was left out would cost nothing: what it says must come out, and nothing else. */
    @Setup
    public void check() {
        stage = new Stage(crowd.audience());
        stage.say(octets("* PREAUTH ready\r\n"));
        read = octets(LINE.repeat(LINES));
        long before = stage.sent();
        Checks.equal("octets", (long) LINES * (LINE.length() + crowd.audience().grows()), responses() - before);
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long calibration() {
        return reads.calibrate();
    }

    /** All lines come in one read. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public long responses() {
        stage.say(read);
        return stage.sent();
    }

    private static ByteBuf octets(String text) {
        return new UnpooledByteBufAllocator(true, true).directBuffer().writeBytes(ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
