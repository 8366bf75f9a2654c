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

/** What a listener asks of its sessions. Thread-safe. */
interface Sessions {

    /** Applies what is live, to open sessions too; called before the first session. */
    void configure(ListenerSettings live);

    /** Begins a session on an accepted channel, on whose loop this is called. */
    void open(Channel accepted, Gateway gateway);

    /** Ends all sessions in good manners; completes when none is left, after the bound at the latest. */
    CompletionStage<Void> drain(Duration bound);

    /** How many are open. */
    int count();

    /** Sessions and logins until now. */
    Visits visits();

    /** What they have sent and got until now. */
    Traffic traffic();

    /** What each looks like; an answer per event loop. */
    List<CompletableFuture<List<SessionStatus>>> portraits();

    /** Ends those that are meant; each event loop answers how many. */
    List<CompletableFuture<Integer>> kick(SessionFilter which, String reason);

    /** Switches a place of the chain; empty: there is no such place. */
    Optional<List<CompletableFuture<Void>>> switched(String slot, boolean on);

    /** Ends a quarantine; false: there is none. */
    boolean readmit(String slot);

    /** Of the chain that new sessions take. */
    long epoch();

    /** The chain's places and their figures. */
    List<SlotStatus> chain();

    /** No session will come any more. */
    void close();

    /** The real ones. */
    static Sessions of(ListenerSessions sessions) {
        return new LiveSessions(sessions);
    }
}
