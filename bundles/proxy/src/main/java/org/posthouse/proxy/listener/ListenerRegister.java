package org.posthouse.proxy.listener;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.posthouse.admin.ListenerStatus;

/** The listeners that there are. Thread-safe. */
@Component(service = ListenerRegister.class)
public final class ListenerRegister {

    private final List<Standing> listeners = new CopyOnWriteArrayList<>();

    /** Adds one; running the answer takes it out again. */
    Runnable add(Standing listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How they stand now, by name; those that only drain are gone. */
    public List<ListenerStatus> status() {
        return listeners.stream()
                .map(Standing::status)
                .sorted(Comparator.comparing(ListenerStatus::name))
                .toList();
    }
}
