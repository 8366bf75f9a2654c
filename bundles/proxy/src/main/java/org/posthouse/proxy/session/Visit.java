package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.posthouse.admin.Traffic;

/** One session from connecting to leaving: what is counted of it, and what the log is told. Thread: the session's loop. */
final class Visit {

    private final Session session;
    private long opened;
    private long octetsRead;
    private int failures;
    private boolean leaves;

    Visit(Session session) {
        this.session = session;
    }

    /** The client has connected. */
    void begin() {
        opened = System.currentTimeMillis();
        // Some channels forget their addresses when they close, unless they were asked before.
        session.client().remoteAddress();
        session.client().localAddress();
    }

    /** Octets came from the client. Called for each read. */
    void read(int octets) {
        octetsRead += octets;
    }

    Traffic traffic() {
        return new Traffic(
                octetsRead, session.toClient().flushed(), session.exchanges().ofClient());
    }

    Instant opened() {
        return Instant.ofEpochMilli(opened);
    }

    /** The server has taken a login. */
    void loggedIn(OpenExchange exchange) {
        session.listenerSessions().visits().loggedIn();
        LoginLog.loggedIn(caller(session.facts().user(), exchange.method()));
    }

    /**
     * A login was refused.
     *
     * @param credentials whether for what the client presented; otherwise the login wasn't judged
     */
    void loginFailed(OpenExchange exchange, boolean credentials) {
        session.listenerSessions().visits().loginFailed();
        failures++;
        LoginLog.refused(caller(exchange.user(), exchange.method()), credentials, failures, seconds());
    }

    /** LOGOUT has its result: whoever closes now, it was the client's wish. */
    void loggedOut() {
        leaves = true;
    }

    /**
     * The session is over, all that is said has been flushed.
     *
     * @param loggedIn whether it was
     * @param stage where the server failed; empty if it didn't
     */
    void ended(Ending why, boolean loggedIn, Optional<String> stage) {
        // Who hangs up before the server has answered may have been let in, and what was sent behind it carried out.
        // Who is in stays who he is, whatever else he tries.
        Optional<OpenExchange> unanswered =
                loggedIn ? Optional.empty() : session.exchanges().login();
        boolean wished = leaves && why.side().equals("server");
        LoginLog.Farewell farewell = new LoginLog.Farewell(
                traffic(),
                seconds(),
                wished ? "logged out" : why.reason(),
                wished ? "client" : why.side(),
                wished ? Optional.empty() : stage,
                loggedIn,
                failures > 0,
                unanswered.isPresent());
        Optional<String> user = loggedIn ? session.facts().user() : unanswered.flatMap(OpenExchange::user);
        LoginLog.ended(caller(user, unanswered.map(OpenExchange::method).orElse("")), farewell);
    }

    private long seconds() {
        return session.deadlines().age(TimeUnit.SECONDS);
    }

    private LoginLog.Caller caller(Optional<String> user, String method) {
        Channel client = session.client();
        return new LoginLog.Caller(
                user.orElse(""),
                method,
                address(client.remoteAddress()),
                address(client.localAddress()),
                session.encrypted(),
                session.id());
    }

    /** Without its port, as tools that ban addresses want it. */
    private static String address(SocketAddress peer) {
        InetAddress address = peer instanceof InetSocketAddress internet ? internet.getAddress() : null;
        return address == null ? String.valueOf(peer) : NetUtil.toAddressString(address);
    }
}
