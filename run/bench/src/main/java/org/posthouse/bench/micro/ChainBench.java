package org.posthouse.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A whole session on one thread, from the read of the server's leg to the write of the client's: what one short FETCH
 * response costs with so many interceptors that don't want it, look at it, or rewrite it.
 */
public final class ChainBench {

    private static final int LINES = 400;
    private static final String LINE = "* 12345 FETCH (UID 4827313 FLAGS (\\Seen))\r\n";

    private ChainBench() {}

    /** Measures and words the result as a Markdown table. */
    public static String report(boolean quick) {
        long round = quick ? 20_000_000 : 300_000_000;
        Map<String, Audience> cases = new LinkedHashMap<>();
        cases.put("no interceptor", Audience.uninterested(0));
        cases.put("1 uninterested", Audience.uninterested(1));
        cases.put("10 uninterested", Audience.uninterested(10));
        cases.put("1 observer", Audience.observers(1));
        cases.put("5 observers", Audience.observers(5));
        cases.put("10 observers", Audience.observers(10));
        cases.put("1 rewriter", Audience.rewriter());
        StringBuilder table = new StringBuilder(
                "| a FETCH response through a session with | ns | bytes allocated |\n|---|---|---|\n");
        cases.forEach((what, audience) -> {
            Stage stage = new Stage(audience);
            LongSupplier work = responses(stage);
            Timing timing = Timing.of(work, round);
            verify(what, audience, stage, work);
            table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f |%n", what, timing.nanos(), timing.bytes()));
        });
        return table.toString();
    }

    /** Who failed and was left out would cost nothing: what it says must have come out. */
    private static void verify(String what, Audience audience, Stage stage, LongSupplier work) {
        long before = stage.sent();
        long wanted = work.getAsLong() * (LINE.length() + audience.grows());
        if (stage.sent() - before != wanted) {
            throw new IllegalStateException(what + ": " + (stage.sent() - before) + " octets, not " + wanted);
        }
    }

    private static LongSupplier responses(Stage stage) {
        stage.say(octets("* PREAUTH ready\r\n"));
        ByteBuf read = octets(LINE.repeat(LINES));
        return () -> {
            stage.say(read);
            return LINES;
        };
    }

    private static ByteBuf octets(String text) {
        return new UnpooledByteBufAllocator(true, true)
                .directBuffer()
                .writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
