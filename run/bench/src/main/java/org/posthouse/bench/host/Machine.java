package org.posthouse.bench.host;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** CPU of the whole machine. */
public final class Machine {
    private static final double TICKS = 100;
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    private Machine() {}

    /** Seconds in which a core did something: user, nice, system, both kinds of interrupts. */
    public static double busy() {
        String[] fields =
                Proc.lines("/proc/stat").stream().findFirst().orElse("").split("\\s+");
        return Arrays.stream(BUSY)
                        .filter(index -> index < fields.length)
                        .mapToLong(index -> Long.parseLong(fields[index]))
                        .sum()
                / TICKS;
    }

    /** Waits until the machine does nothing worth mentioning for a moment, at most {@code seconds}. */
    public static void awaitQuiet(double share, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        double before = busy();
        while (System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(250);
            double now = busy();
            if ((now - before) * 4 <= share) {
                return;
            }
            before = now;
        }
    }

    /** The load averages, as the kernel words them. */
    public static String load() {
        String[] fields =
                Proc.lines("/proc/loadavg").stream().findFirst().orElse("").split(" ");
        return fields.length < 3 ? "unknown" : fields[0] + " " + fields[1] + " " + fields[2];
    }
}
