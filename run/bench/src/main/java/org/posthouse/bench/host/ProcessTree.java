package org.posthouse.bench.host;

import java.util.List;
import java.util.stream.Stream;

/** A process and all that it started. Read anew at each call; a process that ended meanwhile counts nothing. */
public record ProcessTree(long root) {
    private static final double TICKS = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    /** CPU seconds so far, ended children included. */
    public double cpu() {
        return members().mapToDouble(ProcessTree::cpu).sum();
    }

    /** Proportional set size in KiB: memory shared between processes counts once. */
    public long pss() {
        return members()
                .flatMap(pid -> Proc.lines("/proc/" + pid + "/smaps_rollup").stream())
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private Stream<Long> members() {
        return ProcessHandle.of(root).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid);
    }

    /** {@code stat} counts in ticks of 10 ms, {@code schedstat} in ns but without ended threads: the larger is nearer. */
    private static double cpu(long pid) {
        List<String> stat = Proc.lines("/proc/" + pid + "/stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String line = stat.get(0);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double ticks = seconds(fields, UTIME) + seconds(fields, STIME);
        double threads = Proc.names("/proc/" + pid + "/task").stream()
                .flatMap(thread -> Proc.lines("/proc/" + pid + "/task/" + thread + "/schedstat").stream())
                .mapToDouble(scheduled -> Long.parseLong(scheduled.substring(0, scheduled.indexOf(' '))) / 1e9)
                .sum();
        return Math.max(ticks, threads) + seconds(fields, CHILDREN_UTIME) + seconds(fields, CHILDREN_STIME);
    }

    private static double seconds(String[] fields, int index) {
        return Long.parseLong(fields[index]) / TICKS;
    }
}
