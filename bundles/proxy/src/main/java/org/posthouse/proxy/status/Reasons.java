package org.posthouse.proxy.status;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.Reason.Kind;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotStatus;
import org.posthouse.intercept.Interest;
import org.posthouse.proxy.config.Fault;
import org.posthouse.proxy.config.OneLine;

/** What is for and against being ready. */
final class Reasons {

    private static final String NOTHING = Interest.none().toString();

    private Reasons() {}

    /**
     * All of them.
     *
     * @param settled the jars that lay there at start have come up or were named
     * @param unread files of the configuration that can't be read
     * @param kept what is wrong with files whose older text is in force, a list for each
     */
    static Readiness of(
            boolean settled,
            List<String> unread,
            List<List<Fault>> kept,
            List<ListenerStatus> listeners,
            List<JarStatus> jars) {
        List<Reason> reasons = new ArrayList<>();
        if (!settled) {
            reasons.add(new Reason(Kind.STARTING, "", true, "the plugins are still coming up", ""));
        }
        unread.forEach(file -> reasons.add(new Reason(
                Kind.CONFIGURATION,
                file,
                true,
                "it can't be read: nothing of it is in force",
                "a backslash is written twice; bin/posthouse check and the log name the reason")));
        kept.forEach(faults -> reasons.add(kept(faults)));
        if (listeners.isEmpty()) {
            reasons.add(new Reason(
                    Kind.LISTENER,
                    "",
                    true,
                    "no listener is configured",
                    "write conf/org.posthouse.listener-NAME.cfg (examples are in conf/examples)"));
        }
        for (ListenerStatus listener : listeners) {
            port(listener).ifPresent(reasons::add);
            listener.chain().forEach(slot -> slot(listener, slot).ifPresent(reasons::add));
        }
        jars.forEach(jar -> jar(jar).ifPresent(reasons::add));
        return new Readiness(reasons);
    }

    /** Clients are served as before, so it is no reason against. */
    private static Reason kept(List<Fault> faults) {
        Fault first = faults.get(0);
        String key = first.key().equals("-") ? "" : first.key() + ": ";
        String more = faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more";
        return new Reason(
                Kind.CONFIGURATION,
                new File(first.file()).getName(),
                false,
                "kept back, what it said before is in force: " + key + OneLine.of(first.reason()) + more,
                "bin/posthouse check names every fault");
    }

    private static Optional<Reason> port(ListenerStatus listener) {
        return switch (listener.state()) {
            case OPEN -> Optional.empty();
            case DRAINED -> closed(listener, "drained by an operator", "undrain it to put it into service again");
            case OPENING -> closed(listener, "its port is not open yet", "");
            case TAKEN -> closed(listener, "its port is in use", "free the port, or change the key listen");
            case FAILED -> closed(listener, "its port could not be opened", "the log names the reason");
            case INVALID ->
                closed(listener, "its configuration is faulty", "bin/posthouse check names file, key and reason");
        };
    }

    private static Optional<Reason> closed(ListenerStatus listener, String reason, String mend) {
        return Optional.of(new Reason(Kind.LISTENER, listener.name(), true, reason, mend));
    }

    private static Optional<Reason> slot(ListenerStatus listener, SlotStatus slot) {
        String subject = listener.name() + "/" + slot.id();
        boolean guard = slot.required() || slot.failure() == SlotFailure.CLOSED;
        return switch (slot.state()) {
            case SERVING -> idle(subject, slot);
            case MISSING -> missing(subject, slot);
            case VACANT ->
                Optional.of(new Reason(
                        Kind.INTERCEPTOR,
                        subject,
                        guard,
                        "its interceptor has gone: what it guards is held, then refused",
                        "put its jar back, or take the id out of the key interceptors"));
            case QUARANTINED ->
                Optional.of(
                        new Reason(
                                Kind.INTERCEPTOR,
                                subject,
                                guard,
                                "it failed too often and is in quarantine: "
                                        + (slot.failure() == SlotFailure.CLOSED ? "it refuses" : "it is skipped"),
                                "the log names the failures; a new version of its jar is readmitted, or bin/posthouse ctl readmit"));
            case OFF ->
                Optional.of(new Reason(
                        Kind.INTERCEPTOR,
                        subject,
                        guard,
                        "switched off by an operator: " + (guard ? "what it guards is refused" : "it is skipped"),
                        "switch it on again"));
            case SHADOWED ->
                Optional.of(new Reason(
                        Kind.INTERCEPTOR, subject, false, "another service of this id runs", "remove one of the two"));
        };
    }

    /** Its configuration may be gone: nobody is harmed, but whoever relies on it should know. */
    private static Optional<Reason> idle(String subject, SlotStatus slot) {
        boolean guard = slot.required() && slot.failure() == SlotFailure.CLOSED;
        return guard && slot.interest().equals(NOTHING)
                ? Optional.of(new Reason(
                        Kind.INTERCEPTOR,
                        subject,
                        false,
                        "it asked for nothing in the newest session: it guards nothing there",
                        "look at its configuration"))
                : Optional.empty();
    }

    private static Optional<Reason> missing(String subject, SlotStatus slot) {
        return slot.required()
                ? Optional.of(new Reason(
                        Kind.INTERCEPTOR,
                        subject,
                        true,
                        "it is required and nobody serves it: new sessions are refused",
                        "put its jar into the plugin folder, or write " + slot.id() + "? if it is optional"))
                : Optional.empty();
    }

    private static Optional<Reason> jar(JarStatus jar) {
        boolean quiet = jar.reason().isEmpty();
        return quiet
                ? Optional.empty()
                : Optional.of(
                        new Reason(Kind.JAR, jar.jar(), jar.state() != JarState.ACTIVE, jar.reason(), jar.mend()));
    }
}
