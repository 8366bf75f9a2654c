package org.posthouse.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.posthouse.bench.load.Measured;
import org.posthouse.bench.load.Workload;
import org.posthouse.bench.sink.Answers;

/** What is measured, in which unit, and what the shared bench calls it. Sessions are the same in both. */
enum Task {
    LOGIN("login", Workload.LOGIN, 10, Unit.MICROS, "login -c 10"),
    NOOP("noop", Workload.NOOP, 20, Unit.MICROS, "noop -c 20"),
    FLAGS("flags", Workload.FLAGS, 10, Unit.MILLION_LINES, "fetchflags -c 10 --msgs 1000"),
    BODY_4K("body4k", Workload.BODY_4K, 20, Unit.MICROS, "fetchbody -s 4096 -c 20"),
    BODY_1M("body1m", Workload.BODY_1M, 4, Unit.GIGABYTE, "fetchbody -s 1048576 -c 4"),
    APPEND_1M("append1m", Workload.APPEND_1M, 4, Unit.GIGABYTE, "append -s 1048576 -c 4 --litplus"),
    IDLE("idle", Workload.IDLE, 0, Unit.KIB_PER_SESSION, "idle --hold 1 --par 5");

    /** How a figure is worded here and in the shared bench's tables. */
    enum Unit {
        MICROS("µs", "CPU ms/1000 ops"),
        MILLION_LINES("s per million lines", "CPU s/million responses"),
        GIGABYTE("s/GB", "CPU s/GB"),
        KIB_PER_SESSION("KiB per session", "PSS/session KiB");

        private final String label;
        private final String sharedColumn;

        Unit(String label, String sharedColumn) {
            this.label = label;
            this.sharedColumn = sharedColumn;
        }

        String label() {
            return label;
        }

        String sharedColumn() {
            return sharedColumn;
        }
    }

    private final String word;
    private final Workload workload;
    private final int sessions;
    private final Unit unit;
    private final String shared;

    Task(String word, Workload workload, int sessions, Unit unit, String shared) {
        this.word = word;
        this.workload = workload;
        this.sessions = sessions;
        this.unit = unit;
        this.shared = shared;
    }

    static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    Workload workload() {
        return workload;
    }

    int sessions() {
        return sessions;
    }

    Unit unit() {
        return unit;
    }

    /** Scenario and options for the shared load generator. */
    List<String> shared() {
        return List.of(shared.split(" "));
    }

    /** CPU per operation in this task's unit. */
    double figure(Measured run) {
        double each = run.proxyCpu() / Math.max(1, run.operations());
        return switch (unit) {
            case MICROS -> each * 1e6;
            case MILLION_LINES -> each * 1e6 / Answers.MESSAGES;
            case GIGABYTE -> each * 1e9 / Answers.LARGE;
            case KIB_PER_SESSION -> throw new IllegalStateException("memory isn't CPU");
        };
    }
}
