package org.posthouse.metrics;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;

/** A status as OpenMetrics text. Names stay; new ones may come. No label tells who a user is. */
final class Exposition {

    private static final OpenMetricsTextFormatWriter WRITER = new OpenMetricsTextFormatWriter(false, false);

    private Exposition() {}

    static Page of(Status status) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            WRITER.write(text, snapshots(status));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Page(200, WRITER.getContentType(), text.toByteArray());
    }

    private static MetricSnapshots snapshots(Status status) {
        Families families = new Families();
        families.gauge("posthouse_ready", "Whether new clients should be sent here.")
                .put(status.readiness().ready() ? 1 : 0);
        for (Reason.Kind kind : Reason.Kind.values()) {
            long against = status.readiness().reasons().stream()
                    .filter(reason -> reason.blocks() && reason.kind() == kind)
                    .count();
            families.gauge("posthouse_not_ready_reasons", "Reasons against being ready.")
                    .put(against, "kind", kind.name().toLowerCase(Locale.ROOT));
        }
        for (JarState state : JarState.values()) {
            long jars = status.jars().stream()
                    .map(JarStatus::state)
                    .filter(state::equals)
                    .count();
            families.gauge("posthouse_jars", "Jars in the plugin folder.").put(jars, "state", state.word());
        }
        status.listeners().forEach(listener -> listener(families, listener));
        return families.snapshots();
    }

    private static void listener(Families families, ListenerStatus listener) {
        String name = listener.name();
        Arrays.stream(ListenerState.values()).forEach(state -> families.gauge(
                        "posthouse_listener_state", "1 for the state in which a listener stands, else 0.")
                .put(state == listener.state() ? 1 : 0, "listener", name, "state", state.word()));
        families.gauge("posthouse_sessions", "Sessions that are open.").put(listener.sessions(), "listener", name);
        families.gauge("posthouse_chain_epoch", "Counts the changes of a listener's chain.")
                .put(listener.epoch(), "listener", name);
        families.counter("posthouse_sessions_opened", "Connections that became a session.")
                .put(listener.visits().opened(), "listener", name);
        families.counter("posthouse_logins", "Logins, accepted and refused.")
                .put(listener.visits().loggedIn(), "listener", name, "result", "accepted")
                .put(listener.visits().loginsFailed(), "listener", name, "result", "refused");
        families.counter("posthouse_commands", "Commands that clients sent.")
                .put(listener.traffic().commands(), "listener", name);
        families.bytes("posthouse_received_bytes", "Octets that clients sent, without TLS.")
                .put(listener.traffic().fromClients(), "listener", name);
        families.bytes("posthouse_sent_bytes", "Octets that clients were sent, without TLS.")
                .put(listener.traffic().toClients(), "listener", name);
        listener.route().flatMap(route -> route.certificateExpires()).ifPresent(when -> families.seconds(
                        "posthouse_certificate_expiry_timestamp_seconds",
                        "When the certificate that clients see runs out, in seconds since 1970.")
                .put(when.getEpochSecond(), "listener", name));
        listener.chain().stream()
                .filter(slot -> slot.state() != SlotState.SHADOWED)
                .forEach(slot -> slot(families, Labels.of("listener", name, "interceptor", slot.id()), slot));
    }

    private static void slot(Families families, Labels labels, SlotStatus slot) {
        for (SlotState state : SlotState.values()) {
            if (state != SlotState.SHADOWED) {
                families.gauge("posthouse_interceptor_state", "1 for the state of a place in a chain, else 0.")
                        .put(state == slot.state() ? 1 : 0, labels.add("state", state.word()));
            }
        }
        families.counter("posthouse_interceptor_messages", "Messages that were shown to it.")
                .put(slot.messages(), labels);
        families.counter(
                        "posthouse_interceptor_failures",
                        "Exceptions, impossible verdicts, deferrals that took too long.")
                .put(slot.failures(), labels);
        families.seconds("posthouse_interceptor_latency_seconds", "Time to a verdict: upper bound of its class.")
                .put(seconds(slot.latency().p50()), labels.add("quantile", "0.5"))
                .put(seconds(slot.latency().p99()), labels.add("quantile", "0.99"));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
