package org.posthouse.proxy.listener;

import java.util.List;
import java.util.Optional;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.proxy.config.Fault;

/** Remembers how a listener stands, for whoever asks, and passes it on. Thread-safe; silent after {@link #withdraw()}. */
final class Standing implements StateSink {

    private record Place(ListenerState state, String address) {}

    private final String listener;
    private final Sessions sessions;
    private final StateSink next;
    private boolean withdrawn;
    private volatile Place place = new Place(ListenerState.OPENING, "");
    private volatile List<Fault> kept = List.of();

    Standing(String listener, Sessions sessions, StateSink next) {
        this.listener = listener;
        this.sessions = sessions;
        this.next = next;
    }

    @Override
    public synchronized void tell(ListenerState state, String address) {
        if (!withdrawn) {
            place = new Place(state, address);
            next.tell(state, address);
        }
    }

    @Override
    public void kept(List<Fault> faults) {
        kept = List.copyOf(faults);
    }

    /** As last told. */
    List<Fault> kept() {
        return kept;
    }

    @Override
    public synchronized void withdraw() {
        withdrawn = true;
        next.withdraw();
    }

    /**
     * All that is known of it.
     *
     * @param route how its sessions go
     */
    ListenerStatus status(Optional<ListenerRoute> route) {
        Place now = place;
        return new ListenerStatus(
                listener,
                now.address(),
                now.state(),
                route,
                sessions.count(),
                sessions.visits(),
                sessions.traffic(),
                sessions.epoch(),
                sessions.chain());
    }
}
