package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock is the test's. */
@Tag("embedded")
class TimeTest {

    @Test
    void shouldEndAnIdleSessionWhenTimePasses() {
        try (Testkit kit = Testkit.with().listener("timeout.idle", "5m")) {
            kit.script("""
                    C>S a1 NOOP
                    S>C a1 OK
                    ! advance 4m
                    >C
                    ! advance 2m
                    >C * BYE posthouse: …
                    ! closed C
                    ! closed S
                    """);
        }
    }

    @Test
    void shouldMoveTheInterceptorsClockWithItsOwn() {
        TestClock clock = new TestClock();
        try (Testkit kit = Testkit.with().clock(clock)) {
            kit.script("! advance 4s\n! advance 1000ms");
            kit.advance(Duration.ofMillis(1500));
        }
        assertEquals(6_500_000_000L, clock.getAsLong());
    }
}
