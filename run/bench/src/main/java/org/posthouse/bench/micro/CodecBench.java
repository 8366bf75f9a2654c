package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.Response;
import org.posthouse.imap.wire.ResponseFramer;

/**
 * The IMAP codec on one thread: framing, tokens and views, writing. Each row also as a ratio to the calibration of the
 * same octets: finding their line ends and copying them, which nothing that looks at a message can do without.
 */
public final class CodecBench {

    private static final int LINES = 500;
    private static final String ENVELOPE =
            "(\"Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\" \"IMAP4rev2 WG mtg summary and minutes\" ((\"Terry Gray\" NIL"
                    + " \"gray\" \"cac.washington.edu\")) ((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) ((\"Terry"
                    + " Gray\" NIL \"gray\" \"cac.washington.edu\")) ((NIL NIL \"imap\" \"cac.washington.edu\")) ((NIL NIL"
                    + " \"minutes\" \"CNRI.Reston.VA.US\")(\"John Klensin\" NIL \"KLENSIN\" \"MIT.EDU\")) NIL NIL"
                    + " \"<B27397-0100000@cac.washington.edu>\")";
    private static final String BODY = "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 3028 92)";

    private static final Consumer<byte[]> NOTHING = message -> {};

    private CodecBench() {}

    /** Measures and words the result as a Markdown table. */
    public static String report(boolean quick) {
        long round = quick ? 20_000_000 : 300_000_000;
        StringBuilder table =
                new StringBuilder("| message | what | ns | bytes allocated | MB/s | times the calibration |\n"
                        + "|---|---|---|---|---|---|\n");
        rows(table, round, "short FETCH line", fetchLines(), LINES);
        rows(
                table,
                round,
                "ENVELOPE and BODY",
                ascii("* 1 FETCH (ENVELOPE " + ENVELOPE + " BODY " + BODY + ")\r\n"),
                1);
        rows(table, round, "64 KiB literal", literal(64 * 1024), 1);
        rows(table, round, "25 MiB literal", literal(25 * 1024 * 1024), 1);
        rows(table, round, "64 KB SEARCH line", search(64_000), 1);
        rows(table, round, "1 MB SEARCH line", search(1_000_000), 1);
        return table.toString();
    }

    private static void rows(StringBuilder table, long round, String message, byte[] octets, int units) {
        Timing base = Timing.of(calibration(octets, units), round);
        row(table, message, "line ends and a copy", base, base, octets.length / units);
        Map<String, LongSupplier> passes = new LinkedHashMap<>();
        passes.put("frame and head", frame(octets, NOTHING));
        passes.put("frame, tokens", frame(octets, CodecBench::tokens));
        passes.put("frame, full parse", frame(octets, CodecBench::parse));
        passes.put("frame, full parse, write", frame(octets, CodecBench::write));
        passes.forEach((what, pass) -> row(table, message, what, Timing.of(pass, round), base, octets.length / units));
    }

    private static void row(StringBuilder table, String message, String what, Timing timing, Timing base, int octets) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.0f | %.0f | %.1f |%n",
                message,
                what,
                timing.nanos(),
                timing.bytes(),
                octets * 1000.0 / timing.nanos(),
                timing.nanos() / base.nanos()));
    }

    private static LongSupplier calibration(byte[] octets, int units) {
        ByteBuf input = Unpooled.wrappedBuffer(octets);
        byte[] copy = new byte[octets.length];
        return () -> {
            int from = 0;
            for (int unit = 0; unit < units; unit++) {
                int lf = input.indexOf(from, octets.length, (byte) '\n');
                input.getBytes(from, copy, from, lf + 1 - from);
                from = lf + 1;
            }
            input.getBytes(from, copy, from, octets.length - from);
            return units;
        };
    }

    /** Each message is copied out of the read, as a session does with one that somebody wants to see. */
    private static LongSupplier frame(byte[] octets, Consumer<byte[]> then) {
        ByteBuf input = Unpooled.wrappedBuffer(octets);
        ResponseFramer framer = new ResponseFramer(head -> Integer.MAX_VALUE);
        boolean copies = !then.equals(NOTHING);
        return () -> {
            int from = 0;
            int begin = 0;
            long messages = 0;
            while (from < octets.length) {
                ResponseFramer.Event event = framer.advance(input, from, octets.length);
                from = framer.end();
                if (event == ResponseFramer.Event.LINE && framer.ends()) {
                    if (copies) {
                        byte[] message = new byte[from - begin];
                        input.getBytes(begin, message);
                        then.accept(message);
                    }
                    begin = from;
                    messages++;
                }
            }
            if (begin != octets.length) {
                throw new IllegalStateException("the framer stopped at " + begin + " of " + octets.length);
            }
            return messages;
        };
    }

    private static Message message(byte[] octets) {
        return Message.response(Octets.owning(octets), Reading.TOLERANT);
    }

    private static void tokens(byte[] octets) {
        if (message(octets).tokens().value().isEmpty()) {
            throw new IllegalStateException("no tokens");
        }
    }

    private static void parse(byte[] octets) {
        parsed(octets);
    }

    private static Response parsed(byte[] octets) {
        return message(octets).view(Response.ANY).value().orElseThrow(() -> new IllegalStateException("no response"));
    }

    private static void write(byte[] octets) {
        if (parsed(octets).message(WriteLimits.PLAIN).octets().length() < 10) {
            throw new IllegalStateException("nothing written");
        }
    }

    private static byte[] fetchLines() {
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= LINES; number++) {
            lines.append("* ")
                    .append(number)
                    .append(" FETCH (FLAGS (\\Seen) UID ")
                    .append(1000 + number)
                    .append(")\r\n");
        }
        return ascii(lines.toString());
    }

    private static byte[] literal(int length) {
        byte[] head = ascii("* 1 FETCH (UID 7 BODY[] {" + length + "}\r\n");
        byte[] tail = ascii(")\r\n");
        byte[] whole = Arrays.copyOf(head, head.length + length + tail.length);
        Arrays.fill(whole, head.length, head.length + length, (byte) 'x');
        System.arraycopy(tail, 0, whole, head.length + length, tail.length);
        return whole;
    }

    private static byte[] search(int length) {
        StringBuilder line = new StringBuilder("* SEARCH");
        for (int number = 100_000; line.length() < length - 9; number += 3) {
            line.append(' ').append(number);
        }
        return ascii(line.append("\r\n").toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
