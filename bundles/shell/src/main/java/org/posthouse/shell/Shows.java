package org.posthouse.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.posthouse.admin.Administration;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.Status;

/** The verbs that look. */
final class Shows {

    private Shows() {}

    static Answer listeners(Administration administration, List<String> none) {
        Status status = administration.status();
        String files = status.readiness().reasons().stream()
                .filter(reason -> reason.kind() == Reason.Kind.CONFIGURATION)
                .map(StatusTable::line)
                .collect(Collectors.joining());
        return Answer.done(Tables.listeners(status.listeners()) + (files.isEmpty() ? "" : "\n" + files));
    }

    static Answer sessions(Administration administration, List<String> filter) {
        Optional<SessionFilter> which = filter.stream().findFirst().map(SessionFilter::parse);
        Columns columns = new Columns("SESSION", "CLIENT", "USER", "PHASE", "MAILBOX", "TLS", "IN", "OUT", "AGE");
        Instant now = Instant.now();
        administration.sessions().stream()
                .filter(session -> which.map(w -> w.fits(session)).orElse(true))
                .sorted(Comparator.comparing(SessionStatus::opened).thenComparing(SessionStatus::id))
                .forEach(session -> columns.row(
                        session.id(),
                        session.client(),
                        Plain.of(session.user().orElse("")),
                        phase(session),
                        Plain.of(session.mailbox().orElse("")),
                        session.clientTls().orElse("plain"),
                        String.valueOf(session.traffic().fromClients()),
                        String.valueOf(session.traffic().toClients()),
                        age(session, now)));
        return Answer.done(columns.toString());
    }

    static Answer session(Administration administration, List<String> id) {
        Optional<SessionStatus> found = administration.session(id.get(0));
        return found.map(session -> Answer.done(detail(session)))
                .orElseGet(() -> Answer.missing("session " + Plain.of(id.get(0))));
    }

    static Answer chain(Administration administration, List<String> listener) {
        List<ListenerStatus> chosen = administration.status().listeners().stream()
                .filter(each -> listener.isEmpty() || each.name().equals(listener.get(0)))
                .toList();
        if (chosen.isEmpty() && !listener.isEmpty()) {
            return Answer.missing("listener " + Plain.of(listener.get(0)));
        }
        return Answer.done(Tables.chains(chosen).toString());
    }

    static Answer stats(Administration administration, List<String> none) {
        return Answer.done(Tables.traffic(administration.status().listeners()).toString());
    }

    private static String detail(SessionStatus session) {
        Columns columns = new Columns("SESSION", session.id());
        columns.row("listener", session.listener());
        columns.row("client", session.client());
        columns.row("tls", session.clientTls().orElse("plain"));
        columns.row("client name", Plain.of(session.clientName().orElse("")));
        columns.row("user", Plain.of(session.user().orElse("")));
        columns.row("phase", phase(session));
        columns.row("mailbox", Plain.of(session.mailbox().orElse("")));
        columns.row("upstream", session.upstream());
        columns.row("upstream tls", session.upstreamTls().orElse("plain"));
        columns.row("chain", String.join(", ", session.chain()));
        columns.row("octets in", String.valueOf(session.traffic().fromClients()));
        columns.row("octets out", String.valueOf(session.traffic().toClients()));
        columns.row("commands", String.valueOf(session.traffic().commands()));
        columns.row("opened", session.opened().toString());
        return columns.toString();
    }

    private static String phase(SessionStatus session) {
        return session.idling()
                ? session.phase().word() + " (idle)"
                : session.phase().word();
    }

    private static String age(SessionStatus session, Instant now) {
        return Duration.between(session.opened(), now).toSeconds() + "s";
    }
}
