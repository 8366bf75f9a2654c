package org.posthouse.proxy.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BundleStopsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final BundleStops stops = new BundleStops();

    @Test
    void shouldGiveTwoSecondsInAllWhenABundleHasSeveralComponents() {
        assertEquals(2 * SECOND, stops.left(7, 0));
        stops.waited(7, SECOND, SECOND);
        assertEquals(SECOND, stops.left(7, SECOND));
        stops.waited(7, 3 * SECOND, 2 * SECOND);
        assertEquals(0, stops.left(7, 2 * SECOND));
        assertEquals(2 * SECOND, stops.left(8, 2 * SECOND));
    }

    @Test
    void shouldBeginAnewWhenTheBundleStartsAgainOrMuchLater() {
        stops.waited(7, 2 * SECOND, SECOND);
        stops.started(7);
        assertEquals(2 * SECOND, stops.left(7, SECOND));
        stops.waited(7, 2 * SECOND, SECOND);
        assertEquals(2 * SECOND, stops.left(7, 12 * SECOND));
    }
}
