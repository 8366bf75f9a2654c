package org.posthouse.proxy.status;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;

/** The status for people. */
final class StatusTable {

    private StatusTable() {}

    static String of(Status status) {
        StringBuilder out = new StringBuilder();
        out.append(status.readiness().ready() ? "ready\n" : "not ready\n");
        status.readiness().reasons().forEach(reason -> out.append(line(reason)));
        out.append('\n').append(listeners(status));
        Columns traffic = traffic(status);
        out.append(traffic.isEmpty() ? "" : "\n" + traffic);
        Columns chains = chains(status);
        out.append(chains.isEmpty() ? "" : "\n" + chains);
        Columns jars = new Columns("JAR", "STATE", "BUNDLE");
        status.jars().forEach(jar -> jars.row(jar.jar(), jar.state().word(), jar.bundle()));
        return out.append(jars.isEmpty() ? "" : "\n" + jars).toString();
    }

    private static String line(Reason reason) {
        String mend = reason.mend().isEmpty() ? "" : " (" + reason.mend() + ")";
        return (reason.blocks() ? "  ! " : "  - ") + ReadinessLine.name(reason) + " " + reason.reason() + mend + "\n";
    }

    private static Columns listeners(Status status) {
        Columns columns = new Columns("LISTENER", "STATE", "ADDRESS", "SESSIONS", "EPOCH");
        for (ListenerStatus listener : status.listeners()) {
            columns.row(
                    listener.name(),
                    listener.state().word(),
                    listener.address(),
                    String.valueOf(listener.sessions()),
                    String.valueOf(listener.epoch()));
        }
        return columns;
    }

    private static Columns traffic(Status status) {
        Columns columns = new Columns(
                "TRAFFIC",
                "OPENED",
                "LOGINS",
                "FAILED",
                "COMMANDS",
                "IN",
                "OUT",
                "TLS",
                "CERTIFICATE",
                "UPSTREAM",
                "UPSTREAM.TLS");
        status.listeners().forEach(listener -> columns.row(traffic(listener)));
        return columns;
    }

    private static String[] traffic(ListenerStatus listener) {
        List<String> cells = new ArrayList<>(List.of(
                listener.name(),
                String.valueOf(listener.visits().opened()),
                String.valueOf(listener.visits().loggedIn()),
                String.valueOf(listener.visits().loginsFailed()),
                String.valueOf(listener.traffic().commands()),
                String.valueOf(listener.traffic().fromClients()),
                String.valueOf(listener.traffic().toClients())));
        cells.add(listener.route().map(ListenerRoute::tls).orElse(""));
        cells.add(listener.route()
                .flatMap(ListenerRoute::certificateExpires)
                .map(when -> "until " + when.truncatedTo(ChronoUnit.SECONDS))
                .orElse(""));
        cells.add(listener.route().map(ListenerRoute::upstream).orElse(""));
        cells.add(listener.route().map(ListenerRoute::upstreamTls).orElse(""));
        return cells.toArray(String[]::new);
    }

    private static Columns chains(Status status) {
        Columns columns = new Columns(
                "CHAIN",
                "ID",
                "STATE",
                "REQUIRED",
                "ROLE",
                "FAILURE",
                "MESSAGES",
                "P50",
                "P99",
                "FAILURES",
                "EPOCH",
                "INTEREST");
        for (ListenerStatus listener : status.listeners()) {
            listener.chain().forEach(slot -> columns.row(cells(listener, slot)));
        }
        return columns;
    }

    private static String[] cells(ListenerStatus listener, SlotStatus slot) {
        List<String> cells =
                new ArrayList<>(List.of(listener.name(), slot.id(), slot.state().word()));
        cells.add(slot.required() ? "yes" : "no");
        cells.add(slot.role().map(role -> role.word()).orElse("-"));
        cells.add(slot.failure().word());
        cells.add(String.valueOf(slot.messages()));
        cells.add(Micros.of(slot.latency().p50()) + "us");
        cells.add(Micros.of(slot.latency().p99()) + "us");
        cells.add(String.valueOf(slot.failures()));
        cells.add(String.valueOf(slot.epoch()));
        cells.add(slot.interest());
        return cells.toArray(String[]::new);
    }
}
