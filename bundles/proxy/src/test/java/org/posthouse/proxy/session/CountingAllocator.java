package org.posthouse.proxy.session;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the capacity of every buffer that was allocated and not yet released, heap and direct, and remembers the most
 * that it ever was. Thread-safe.
 */
public final class CountingAllocator extends AbstractByteBufAllocator {

    private final UnpooledByteBufAllocator memory;
    private final AtomicLong peak = new AtomicLong();

    /** Direct by preference, as in the product; leaks are traced. */
    public CountingAllocator() {
        this(true);
    }

    /** Tracing leaks costs a stack trace per octet read: too much where megabytes stream. */
    CountingAllocator(boolean traced) {
        super(true);
        memory = new UnpooledByteBufAllocator(true, !traced);
    }

    /** Octets of capacity in use now. */
    public long used() {
        return memory.metric().usedHeapMemory() + memory.metric().usedDirectMemory();
    }

    /** The most that was in use since the last {@link #forgetPeak()}. */
    public long peak() {
        return peak.get();
    }

    /** What is in use now is the peak from here on. */
    public void forgetPeak() {
        peak.set(used());
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return noted(memory.heapBuffer(initialCapacity, maxCapacity));
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        return noted(memory.directBuffer(initialCapacity, maxCapacity));
    }

    @Override
    public boolean isDirectBufferPooled() {
        return false;
    }

    private ByteBuf noted(ByteBuf buffer) {
        peak.accumulateAndGet(used(), Math::max);
        return buffer;
    }
}
