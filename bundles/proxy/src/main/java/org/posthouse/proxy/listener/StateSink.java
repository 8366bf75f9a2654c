package org.posthouse.proxy.listener;

import java.util.List;
import org.posthouse.admin.ListenerState;
import org.posthouse.proxy.config.Fault;

/** Who is told how a listener stands. Thread-safe. */
interface StateSink {

    /**
     * The state has changed.
     *
     * @param address where the port is open, empty if none is
     */
    void tell(ListenerState state, String address);

    /** What is wrong with its latest configuration, while an older one is in force; nothing once the latest is. */
    default void kept(List<Fault> faults) {}

    /** The listener is gone; nothing may be told after this. */
    void withdraw();
}
