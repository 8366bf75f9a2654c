package org.posthouse.proxy.listener;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Gateway;
import org.posthouse.proxy.session.ListenerSessions;

/** The sessions of a listener that serves. Thread-safe. */
final class LiveSessions implements Sessions {

    private final ListenerSessions sessions;

    LiveSessions(ListenerSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configure(ListenerSettings live) {
        sessions.configure(live);
    }

    @Override
    public void open(Channel accepted, Gateway gateway) {
        sessions.open(accepted, gateway);
    }

    @Override
    public CompletionStage<Void> drain(Duration bound) {
        return sessions.drain(bound);
    }

    @Override
    public int count() {
        return sessions.count();
    }

    @Override
    public Visits visits() {
        return sessions.visitStatus();
    }

    @Override
    public Traffic traffic() {
        return sessions.traffic();
    }

    @Override
    public List<CompletableFuture<List<SessionStatus>>> portraits() {
        return sessions.portraits();
    }

    @Override
    public List<CompletableFuture<Integer>> kick(SessionFilter which, String reason) {
        return sessions.kick(which, reason);
    }

    @Override
    public Optional<List<CompletableFuture<Void>>> switched(String slot, boolean on) {
        return on ? sessions.places().switchOn(slot) : sessions.places().switchOff(slot);
    }

    @Override
    public boolean readmit(String slot) {
        return sessions.places().readmit(slot);
    }

    @Override
    public long epoch() {
        return sessions.epoch();
    }

    @Override
    public List<SlotStatus> chain() {
        return sessions.chainStatus();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
