package org.posthouse.itest.servers;

import java.util.List;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;

/** One running proxy with a listener for each {@link Combination}. */
final class NineListeners implements AutoCloseable {
    private final List<Listener> listeners;
    private final Posthouse posthouse;

    NineListeners(DovecotServer dovecot, Pki pki) {
        this.listeners = Combination.all()
                .map(combination -> combination.listener(dovecot))
                .toList();
        this.posthouse = Posthouse.start(pki, listeners.toArray(Listener[]::new));
    }

    /** Where the listener for that combination accepts. */
    int port(Combination combination) {
        return listeners.get(Combination.all().toList().indexOf(combination)).port();
    }

    @Override
    public void close() {
        posthouse.close();
    }
}
