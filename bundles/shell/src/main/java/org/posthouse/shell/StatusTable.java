package org.posthouse.shell;

import org.posthouse.admin.Reason;
import org.posthouse.admin.Status;

/** The status for people. */
final class StatusTable {

    private StatusTable() {}

    static String of(Status status) {
        StringBuilder out = new StringBuilder();
        out.append(status.readiness().ready() ? "ready\n" : "not ready\n");
        status.readiness().reasons().forEach(reason -> out.append(line(reason)));
        out.append('\n').append(Tables.listeners(status.listeners()));
        Columns traffic = Tables.traffic(status.listeners());
        out.append(traffic.isEmpty() ? "" : "\n" + traffic);
        Columns chains = Tables.chains(status.listeners());
        out.append(chains.isEmpty() ? "" : "\n" + chains);
        Columns jars = new Columns("JAR", "STATE", "BUNDLE");
        status.jars().forEach(jar -> jars.row(jar.jar(), jar.state().word(), jar.bundle()));
        return out.append(jars.isEmpty() ? "" : "\n" + jars).toString();
    }

    /** A line for people. */
    static String line(Reason reason) {
        String mend = reason.mend().isEmpty() ? "" : " (" + reason.mend() + ")";
        return (reason.blocks() ? "  ! " : "  - ") + reason.label() + " " + reason.reason() + mend + "\n";
    }
}
