package org.posthouse.shell;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.SlotStatus;

/** Listeners in columns: how they stand, what went through, who sits in their chains. */
final class Tables {

    private Tables() {}

    static Columns listeners(List<ListenerStatus> listeners) {
        Columns columns = new Columns(
                "LISTENER", "STATE", "ADDRESS", "SESSIONS", "EPOCH", "TLS", "CERTIFICATE", "UPSTREAM", "UPSTREAM.TLS");
        for (ListenerStatus listener : listeners) {
            Optional<ListenerRoute> route = listener.route();
            columns.row(
                    listener.name(),
                    listener.state().word(),
                    listener.address(),
                    String.valueOf(listener.sessions()),
                    String.valueOf(listener.epoch()),
                    route.map(ListenerRoute::tls).orElse(""),
                    route.flatMap(ListenerRoute::certificateExpires)
                            .map(when -> "until " + when.truncatedTo(ChronoUnit.SECONDS))
                            .orElse(""),
                    route.map(ListenerRoute::upstream).orElse(""),
                    route.map(ListenerRoute::upstreamTls).orElse(""));
        }
        return columns;
    }

    static Columns traffic(List<ListenerStatus> listeners) {
        Columns columns = new Columns("TRAFFIC", "OPENED", "LOGINS", "FAILED", "COMMANDS", "IN", "OUT");
        for (ListenerStatus listener : listeners) {
            columns.row(
                    listener.name(),
                    String.valueOf(listener.visits().opened()),
                    String.valueOf(listener.visits().loggedIn()),
                    String.valueOf(listener.visits().loginsFailed()),
                    String.valueOf(listener.traffic().commands()),
                    String.valueOf(listener.traffic().fromClients()),
                    String.valueOf(listener.traffic().toClients()));
        }
        return columns;
    }

    static Columns chains(List<ListenerStatus> listeners) {
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
        for (ListenerStatus listener : listeners) {
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
