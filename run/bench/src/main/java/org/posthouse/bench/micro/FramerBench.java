package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.posthouse.bench.sink.Answers;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.ResponseFramer;

/**
 * The framers alone, on one thread, over direct buffers of the size of a read, as the session shows them: one event at
 * a time, nothing held, nobody interested.
 */
public final class FramerBench {
    private static final int READ = 32 * 1024;
    private static final int READS_PER_LITERAL = 1024;
    private static final int COMMANDS = 500;

    private FramerBench() {}

    /** Measures and words the result as a Markdown table. */
    public static String report(boolean quick) {
        long round = quick ? 20_000_000 : 300_000_000;
        StringBuilder table = new StringBuilder("| what | ns | bytes allocated | GB/s |\n|---|---|---|---|\n");
        ByteBuf flags = direct(firstRead(Answers.flags()));
        row(table, "short FETCH line", Timing.of(responses(flags), round), octetsPerLine(flags));
        ByteBuf noop = direct(commands("NOOP"));
        row(table, "NOOP line", Timing.of(commands(noop), round), octetsPerLine(noop));
        ByteBuf fetch = direct(commands("UID FETCH 1:* (FLAGS)"));
        row(table, "UID FETCH line", Timing.of(commands(fetch), round), octetsPerLine(fetch));
        row(table, "read of 32 KiB in a server's literal", Timing.of(serverLiteral(), round), READ);
        row(table, "read of 32 KiB in a client's literal", Timing.of(clientLiteral(), round), READ);
        return table.toString();
    }

    private static LongSupplier responses(ByteBuf lines) {
        ResponseFramer framer = new ResponseFramer(head -> 0);
        return () -> {
            int from = 0;
            int to = lines.writerIndex();
            long count = 0;
            while (from < to && framer.advance(lines, from, to) == ResponseFramer.Event.LINE) {
                from = framer.end();
                count++;
            }
            return complete(from, to, count);
        };
    }

    private static LongSupplier commands(ByteBuf lines) {
        CommandFramer framer = new CommandFramer(CommandRules.STRICT, command -> 0).streaming(true);
        return () -> {
            int from = 0;
            int to = lines.writerIndex();
            long count = 0;
            while (from < to && framer.advance(lines, from, to) == CommandFramer.Event.LINE) {
                from = framer.end();
                count++;
            }
            return complete(from, to, count);
        };
    }

    private static LongSupplier serverLiteral() {
        ResponseFramer framer = new ResponseFramer(head -> 0);
        long octets = (long) READ * READS_PER_LITERAL;
        ByteBuf begin = direct(ascii("* 1 FETCH (UID 1 BODY[] {" + octets + "}\r\n"));
        ByteBuf read = direct(new byte[READ]);
        ByteBuf end = direct(ascii(")\r\n"));
        return () -> {
            framer.advance(begin, 0, begin.writerIndex());
            for (int count = 0; count < READS_PER_LITERAL; count++) {
                framer.advance(read, 0, READ);
            }
            framer.advance(end, 0, end.writerIndex());
            return complete(framer.ends() ? framer.end() : 0, end.writerIndex(), READS_PER_LITERAL);
        };
    }

    private static LongSupplier clientLiteral() {
        CommandFramer framer = new CommandFramer(CommandRules.STRICT, command -> 0).streaming(true);
        long octets = (long) READ * READS_PER_LITERAL;
        ByteBuf begin = direct(ascii("a1 APPEND INBOX {" + octets + "+}\r\n"));
        ByteBuf read = direct(new byte[READ]);
        ByteBuf end = direct(ascii("\r\n"));
        return () -> {
            framer.advance(begin, 0, begin.writerIndex());
            for (int count = 0; count < READS_PER_LITERAL; count++) {
                framer.advance(read, 0, READ);
            }
            framer.advance(end, 0, end.writerIndex());
            return complete(framer.ends() ? framer.end() : 0, end.writerIndex(), READS_PER_LITERAL);
        };
    }

    /** A framer that stops early would look fast. */
    private static long complete(int from, int to, long units) {
        if (from != to) {
            throw new IllegalStateException("the framer stopped at " + from + " of " + to);
        }
        return units;
    }

    private static void row(StringBuilder table, String what, Timing timing, double octets) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f |%n",
                what,
                timing.nanos(),
                timing.bytes(),
                octets / timing.nanos()));
    }

    private static double octetsPerLine(ByteBuf lines) {
        long count = 0;
        for (int index = 0; index < lines.writerIndex(); index++) {
            count += lines.getByte(index) == '\n' ? 1 : 0;
        }
        return (double) lines.writerIndex() / count;
    }

    private static byte[] firstRead(byte[] lines) {
        int end = Math.min(READ, lines.length);
        while (lines[end - 1] != '\n') {
            end--;
        }
        byte[] read = new byte[end];
        System.arraycopy(lines, 0, read, 0, end);
        return read;
    }

    private static byte[] commands(String command) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < COMMANDS; number++) {
            lines.append('a').append(number).append(' ').append(command).append("\r\n");
        }
        return ascii(lines.toString());
    }

    private static ByteBuf direct(byte[] octets) {
        return Unpooled.directBuffer(octets.length).writeBytes(octets);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
