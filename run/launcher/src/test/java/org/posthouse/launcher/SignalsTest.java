package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SignalsTest {
    private static final long MILLI = 1_000_000;
    private final List<String> done = new ArrayList<>();
    private long now = Long.MAX_VALUE - 500 * MILLI;
    private final Signals signals = new Signals(
            () -> done.add("drain"),
            () -> done.add("end"),
            () -> now,
            new Log(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));

    @Test
    void shouldGoOnDrainingWhenSignalsComeTogether() {
        after(0, "TERM");
        after(0, "TERM");
        after(999, "INT");

        assertEquals(List.of("drain"), done);
    }

    @Test
    void shouldEndAtOnceWhenASecondSignalComesASecondLater() {
        after(0, "TERM");
        after(1000, "INT");

        assertEquals(List.of("drain", "end"), done);
    }

    @Test
    void shouldCountFromTheFirstWhenSignalsKeepComing() {
        after(0, "TERM");
        after(600, "TERM");
        after(600, "TERM");

        assertEquals(List.of("drain", "end"), done);
    }

    private void after(long millis, String signal) {
        now += millis * MILLI;
        signals.received(signal);
    }
}
