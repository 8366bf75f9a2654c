package org.posthouse.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Standard output that never blocks who writes to it. Chunks are queued (bounded) and written by one thread, many at a time and each
 * within a few milliseconds; what doesn't fit is dropped, counted and said. A pipe that nobody reads therefore costs log lines, never an event loop.
 *
 * <p>Any thread may write. {@link #drain} hands everything queued to the target before the process ends.
 */
final class Console {
    private static final int CHUNKS = 16_384;
    private static final int BATCH = 256;
    /** What the writer keeps for the next batch: some hundred lines fit, a flood of stack traces is given back. */
    private static final int KEPT = 64 * 1024;

    /** Between two batches: a thousand lines a second shall not wake the writer a thousand times, that costs more than the lines. */
    private static final Duration REST = Duration.ofMillis(5);

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(CHUNKS);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final Object empty = new Object();
    private final OutputStream target;
    /** Of the writer's thread, as the next one. */
    private ByteArrayOutputStream octets = new ByteArrayOutputStream(KEPT);
    /** Its last write failed. */
    private boolean torn;

    private Console(OutputStream target) {
        this.target = target;
    }

    static Console on(OutputStream target) {
        Console console = new Console(target);
        Thread writer = new Thread(console::write, "posthouse-console");
        writer.setDaemon(true);
        writer.start();
        return console;
    }

    PrintStream stream() {
        return new PrintStream(new Chunks(), false, StandardCharsets.UTF_8);
    }

    /** Waits until what has been written so far is out, at most {@code bound}: a reader that stopped must not keep the process alive. */
    void drain(Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        synchronized (empty) {
            try {
                for (long left = bound.toMillis();
                        pending.get() > 0 && left > 0;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    empty.wait(left);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write() {
        try {
            List<byte[]> batch = new ArrayList<>(BATCH);
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                writeOut(batch);
                written(batch.size());
                batch.clear();
                if (queue.isEmpty()) {
                    Thread.sleep(REST.toMillis());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void written(int chunks) {
        if (pending.addAndGet(-chunks) == 0) {
            synchronized (empty) {
                empty.notifyAll();
            }
        }
    }

    private void writeOut(List<byte[]> batch) {
        octets = octets.size() > KEPT ? new ByteArrayOutputStream(KEPT) : octets;
        octets.reset();
        long missing = lost.getAndSet(0);
        if (missing > 0) {
            octets.writeBytes(notice(missing));
        }
        batch.forEach(octets::writeBytes);
        try {
            octets.writeTo(target);
            target.flush();
            torn = false;
        } catch (IOException gone) {
            // Whoever read our output has left; there is nobody to tell.
            lost.addAndGet(missing + batch.size());
            torn = true;
        }
    }

    /** On a line of its own: a write that failed may have left half of one. */
    private byte[] notice(long missing) {
        String text = "posthouse: lines lost, standard output is full or too slow count=" + missing + "\n";
        return (torn ? "\n" + text : text).getBytes(StandardCharsets.UTF_8);
    }

    private final class Chunks extends OutputStream {
        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            byte[] chunk = new byte[length];
            System.arraycopy(bytes, offset, chunk, 0, length);
            pending.incrementAndGet();
            if (!queue.offer(chunk)) {
                pending.decrementAndGet();
                lost.incrementAndGet();
            }
        }
    }
}
