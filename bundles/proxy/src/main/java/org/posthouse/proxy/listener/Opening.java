package org.posthouse.proxy.listener;

import java.util.concurrent.CompletableFuture;
import org.posthouse.admin.ListenerState;

/** Waits for what becomes of a listener that has just been made. Thread-safe. */
final class Opening implements StateSink {

    private final CompletableFuture<ListenerState> settled = new CompletableFuture<>();

    /** The first state that is more than an attempt. */
    CompletableFuture<ListenerState> settled() {
        return settled;
    }

    @Override
    public void tell(ListenerState state, String address) {
        if (state != ListenerState.OPENING) {
            settled.complete(state);
        }
    }

    @Override
    public void withdraw() {
        settled.complete(ListenerState.FAILED);
    }
}
