package org.posthouse.proxy.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.proxy.config.Fault;

/** The listeners that there are, and what an operator may do with them. Thread-safe; not for event loops. */
@Component(service = ListenerRegister.class)
public final class ListenerRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Entry> listeners = new CopyOnWriteArrayList<>();

    /** A listener, how it stands, and its sessions. */
    record Entry(String name, Listener listener, Standing standing, Sessions sessions) {

        ListenerStatus status() {
            return standing.status(listener.route());
        }
    }

    /** Adds one; running the answer takes it out again. */
    Runnable add(Entry listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How they stand now, by name; those that only drain are gone. */
    public List<ListenerStatus> status() {
        return listeners.stream()
                .map(Entry::status)
                .sorted(Comparator.comparing(ListenerStatus::name))
                .toList();
    }

    /** What is wrong with the latest configurations of those that keep an older one in force: a list for each, by name. */
    public List<List<Fault>> kept() {
        return listeners.stream()
                .sorted(Comparator.comparing(Entry::name))
                .map(each -> each.standing().kept())
                .filter(faults -> !faults.isEmpty())
                .toList();
    }

    /** The sessions of all, but for those on an event loop that doesn't answer in two seconds. */
    public List<SessionStatus> sessions() {
        List<CompletableFuture<List<SessionStatus>>> asked = new ArrayList<>();
        listeners.forEach(each -> asked.addAll(each.sessions().portraits()));
        return Answers.of(asked, PATIENCE).stream().flatMap(List::stream).toList();
    }

    /** Ends sessions; how many were told. */
    public int kick(SessionFilter which, String reason) {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        listeners.forEach(each -> asked.addAll(each.sessions().kick(which, reason)));
        return Answers.of(asked, PATIENCE).stream().mapToInt(Integer::intValue).sum();
    }

    /** Takes a listener out of service; false if there is none of this name. */
    public boolean drain(String listener) {
        return tell(listener, each -> each.listener().drain());
    }

    /** Puts it into service again. */
    public boolean undrain(String listener) {
        return tell(listener, each -> each.listener().undrain());
    }

    /** Switches a place of a chain, and waits until it is so everywhere; false if there is no such place. */
    public boolean switched(String listener, String slot, boolean on) {
        Optional<List<CompletableFuture<Void>>> adopted =
                find(listener).flatMap(each -> each.sessions().switched(slot, on));
        adopted.ifPresent(all -> Answers.await(all, PATIENCE));
        return adopted.isPresent();
    }

    /** Ends a quarantine; false if there is none. */
    public boolean readmit(String listener, String slot) {
        return find(listener).filter(each -> each.sessions().readmit(slot)).isPresent();
    }

    private boolean tell(String listener, Consumer<Entry> what) {
        Optional<Entry> found = find(listener);
        found.ifPresent(what);
        return found.isPresent();
    }

    private Optional<Entry> find(String listener) {
        return listeners.stream().filter(each -> each.name().equals(listener)).findFirst();
    }
}
