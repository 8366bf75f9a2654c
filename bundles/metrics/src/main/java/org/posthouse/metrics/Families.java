package org.posthouse.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Metric families while they are filled, each found again by its name. Not thread-safe. */
final class Families {

    private final Map<String, Family> families = new LinkedHashMap<>();

    /** A family that takes points. */
    interface Family {

        Family put(double value, Labels labels);

        /** A count: exact up to 2^53. */
        default Family put(long value, Labels labels) {
            return put((double) value, labels);
        }

        /** With labels as name, value, name, value. */
        default Family put(long value, String... labels) {
            return put(value, Labels.of(labels));
        }

        MetricSnapshot snapshot();
    }

    Family gauge(String name, String help) {
        return family(name, () -> new Gauges(GaugeSnapshot.builder().name(name).help(help)));
    }

    /** The text adds {@code _total}. */
    Family counter(String name, String help) {
        return family(
                name, () -> new Counters(CounterSnapshot.builder().name(name).help(help)));
    }

    Family bytes(String name, String help) {
        return family(
                name,
                () -> new Counters(
                        CounterSnapshot.builder().name(name).help(help).unit(Unit.BYTES)));
    }

    Family seconds(String name, String help) {
        return family(
                name,
                () -> new Gauges(GaugeSnapshot.builder().name(name).help(help).unit(Unit.SECONDS)));
    }

    MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        families.values().forEach(family -> all.metricSnapshot(family.snapshot()));
        return all.build();
    }

    private Family family(String name, Supplier<Family> made) {
        return families.computeIfAbsent(name, n -> made.get());
    }

    private record Gauges(GaugeSnapshot.Builder points) implements Family {
        @Override
        public Family put(double value, Labels labels) {
            points.dataPoint(
                    GaugeDataPointSnapshot.builder().value(value).labels(labels).build());
            return this;
        }

        @Override
        public MetricSnapshot snapshot() {
            return points.build();
        }
    }

    private record Counters(CounterSnapshot.Builder points) implements Family {
        @Override
        public Family put(double value, Labels labels) {
            points.dataPoint(CounterDataPointSnapshot.builder()
                    .value(value)
                    .labels(labels)
                    .build());
            return this;
        }

        @Override
        public MetricSnapshot snapshot() {
            return points.build();
        }
    }
}
