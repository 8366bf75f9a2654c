package org.posthouse.proxy.listener;

import org.posthouse.admin.ListenerState;

/** Who is told how a listener stands. Thread-safe. */
interface StateSink {

    /**
     * The state has changed.
     *
     * @param address where the port is open, empty if none is
     */
    void tell(ListenerState state, String address);

    /** The listener is gone; nothing may be told after this. */
    void withdraw();
}
