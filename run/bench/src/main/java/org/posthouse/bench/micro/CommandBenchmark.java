package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;

/** What clients say, framed: names, literals and everything that must be refused are looked for. */
@State(Scope.Thread)
public class CommandBenchmark {

    static final int COMMANDS = 500;

    @Param({"NOOP", "UID FETCH 1:* (FLAGS)"})
    String command = "NOOP";

    private ByteBuf octets = Unpooled.EMPTY_BUFFER;
    private Reads reads = new Reads(new byte[0]);

    /** All commands must come. */
    @Setup
    public void check() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < COMMANDS; number++) {
            lines.append('a').append(number).append(' ').append(command).append("\r\n");
        }
        byte[] ascii = lines.toString().getBytes(StandardCharsets.US_ASCII);
        octets = Unpooled.directBuffer(ascii.length).writeBytes(ascii);
        reads = new Reads(ascii);
        Checks.equal("commands", COMMANDS, frame());
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long calibration() {
        return reads.calibrate();
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public int frame() {
        CommandFramer framer = new CommandFramer(CommandRules.STRICT, spec -> 0).streaming(true);
        int from = 0;
        int count = 0;
        while (from < octets.writerIndex()
                && framer.advance(octets, from, octets.writerIndex()) == CommandFramer.Event.LINE) {
            from = framer.end();
            count++;
        }
        return count;
    }
}
