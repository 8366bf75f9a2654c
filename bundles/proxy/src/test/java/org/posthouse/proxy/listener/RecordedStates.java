package org.posthouse.proxy.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.posthouse.admin.ListenerState;

/** Remembers the last state, and holds the listener to its silence after the end. */
final class RecordedStates implements StateSink {

    private volatile ListenerState state = ListenerState.OPENING;
    private volatile String address = "";
    private volatile boolean withdrawn;
    private volatile boolean broken;

    @Override
    public void tell(ListenerState now, String where) {
        broken |= withdrawn;
        address = where;
        state = now;
    }

    @Override
    public void withdraw() {
        withdrawn = true;
    }

    String address() {
        return address;
    }

    int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    ListenerState state() {
        return state;
    }

    void await(ListenerState wanted) {
        await(() -> state == wanted);
        assertEquals(wanted, state);
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    void assertSilentAfterTheEnd() {
        assertFalse(broken, "a state was told after the listener had been withdrawn");
    }
}
