package org.posthouse.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock for interceptors that measure time ({@code System::nanoTime} in life): moves with {@link Testkit#advance} of the
 * kit that was given it, and stands still else. Nanoseconds, from 0. Thread-safe.
 */
public final class TestClock implements LongSupplier {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
